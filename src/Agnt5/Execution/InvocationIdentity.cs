using System.Collections.ObjectModel;
using Agnt5.Generated;
using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>Which invocation it is: the component, the run and the attempt, and what the caller says of them.</summary>
internal sealed class InvocationIdentity
{
    /// <summary>The component that is called.</summary>
    public required ComponentDescriptor Component { get; init; }

    public required string RunId { get; init; }

    /// <summary>The run's id where the request named one; else each request has another.</summary>
    public string? GivenRunId { get; init; }

    /// <summary>This invocation's own id (protocol section 3).</summary>
    public required string InvocationId { get; init; }

    /// <summary>Which attempt of the run this is, from 0.</summary>
    public int Attempt { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether the caller wants deltas while an answer is made.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>The run's id as log lines show it.</summary>
    public string LoggedRunId => CallerText.Shorten(RunId);
}

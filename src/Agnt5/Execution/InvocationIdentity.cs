using Agnt5.Generated;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Execution;

/// <summary>The identity of an invocation: its component, run, attempt and metadata.</summary>
internal sealed class InvocationIdentity
{
    /// <summary>The component that is called.</summary>
    public required ComponentDescriptor Component { get; init; }

    public required string RunId { get; init; }

    /// <summary>The run's id, if the request named one. Otherwise <see cref="RunId"/> is different for each request.</summary>
    public string? GivenRunId { get; init; }

    /// <summary>This invocation's own id (protocol section 3).</summary>
    public required string InvocationId { get; init; }

    /// <summary>The number of this attempt of the run, from 0.</summary>
    public int Attempt { get; init; }

    public RequestMetadata GivenMetadata { get; init; } = RequestMetadata.None;

    public IReadOnlyDictionary<string, string> Metadata => GivenMetadata.Values;

    /// <summary>Whether the caller wants deltas of an answer while it is made.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>The run's id as log lines and spans show it.</summary>
    public string LoggedRunId => CallerText.Shorten(RunId);
}

using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>A host's settings for all its invocations.</summary>
internal sealed class InvocationSettings
{
    /// <summary>What models, users of agents and MCP clients are told of failures.</summary>
    public required FailureNotices Notices { get; init; }

    /// <summary>Whether spans hold the messages of agents.</summary>
    public bool CapturesContent { get; init; }

    /// <summary>Whether the log shows where a refused input is wrong.</summary>
    public bool LogsInputProblems { get; init; }

    /// <summary>Whether the message of a refused input repeats what came.</summary>
    public bool QuotesRefusedValues { get; init; }

    /// <summary>Whether answers count for questions that nobody was shown.</summary>
    public bool AcceptsUnaskedAnswers { get; init; }

    /// <summary>Whether the input of an agent may choose the session.</summary>
    public bool AcceptsInputSessions { get; init; }

    /// <summary>How deep JSON may nest.</summary>
    public required JsonDepth JsonDepth { get; init; }

    /// <summary>How long a request may be, in bytes.</summary>
    public required long MaxRequestBytes { get; init; }
}

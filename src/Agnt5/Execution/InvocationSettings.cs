using Agnt5.Primitives;

namespace Agnt5.Execution;

/// <summary>A host's settings for all its invocations.</summary>
internal sealed class InvocationSettings
{
    /// <summary>Whether spans hold the messages of agents.</summary>
    public bool CapturesContent { get; init; }

    /// <summary>Whether the log shows where a refused input is wrong.</summary>
    public bool LogsInputProblems { get; init; }

    /// <summary>Whether answers count for questions that nobody was shown.</summary>
    public bool AcceptsUnaskedAnswers { get; init; }

    /// <summary>How deep JSON may nest.</summary>
    public JsonDepth JsonDepth { get; init; } = JsonDepth.Standard;

    /// <summary>How long a request may be, in bytes. Default: any length, for calls without a request.</summary>
    public long MaxRequestBytes { get; init; } = long.MaxValue;
}

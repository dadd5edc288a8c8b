namespace Agnt5.Execution;

/// <summary>What a host decides for all of its invocations.</summary>
internal sealed class InvocationSettings
{
    /// <summary>Whether spans tell what was said.</summary>
    public bool CapturesContent { get; init; }

    /// <summary>Whether the log tells where a refused input was wrong.</summary>
    public bool LogsInputProblems { get; init; }

    /// <summary>Whether answers count for questions that nobody was asked.</summary>
    public bool AcceptsUnaskedAnswers { get; init; }

    /// <summary>How long a request may be, in bytes. Default: any length, for calls that come otherwise.</summary>
    public long MaxRequestBytes { get; init; } = long.MaxValue;
}

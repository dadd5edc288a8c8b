namespace Agnt5.Execution;

/// <summary>A host's settings for all its invocations.</summary>
internal sealed class InvocationSettings
{
    /// <summary>The settings that the options ask for.</summary>
    public static InvocationSettings Of(ServerlessOptions options) => new()
    {
        CapturesContent = options.CaptureMessageContent,
        LogsInputProblems = options.LogInputProblems,
        QuotesRefusedValues = options.QuoteRefusedValues ?? options.IsDevelopment,
        AcceptsUnaskedAnswers = options.AcceptUnaskedAnswers,
        AcceptsInputSessions = options.AcceptInputSessions,
        MaxRequestBytes = options.MaxRequestBodyBytes,
        Notices = new FailureNotices(options.IsDevelopment, options.FailureMessageForModels),
    };

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

    /// <summary>How long a request may be, in bytes. Default: any length, for calls without a request.</summary>
    public long MaxRequestBytes { get; init; } = long.MaxValue;
}

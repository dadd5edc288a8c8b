using Agnt5.Execution;
using Agnt5.Primitives;

namespace Agnt5;

/// <summary>Reads from the options what the engine needs at each invocation.</summary>
internal static class EndpointSettings
{
    public static InvocationSettings Of(ServerlessOptions options) => new()
    {
        CapturesContent = options.CaptureMessageContent,
        LogsInputProblems = options.LogInputProblems,
        QuotesRefusedValues = options.QuoteRefusedValues ?? options.IsDevelopment,
        AcceptsUnaskedAnswers = options.AcceptUnaskedAnswers,
        AcceptsInputSessions = options.AcceptInputSessions,
        JsonDepth = new JsonDepth(options.MaxJsonDepth),
        MaxRequestBytes = options.MaxRequestBodyBytes,
        Notices = new FailureNotices(options.IsDevelopment, options.FailureMessageForModels),
    };
}

using Microsoft.Extensions.Logging;

namespace Agnt5.Agents;

/// <summary>Log messages about the turns of agents.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(107, LogLevel.Warning, "Run {RunId}: tool {Tool} failed, called by agent {Agent} (reference {Reference})")]
    public static partial void ToolCallFailed(ILogger logger, Exception exception, string runId, string agent, string tool, string reference);

    [LoggerMessage(140, LogLevel.Warning, "Run {RunId}: the model {Model} failed, called by agent {Agent} (reference {Reference})")]
    public static partial void ModelCallFailed(ILogger logger, Exception exception, string runId, string agent, string model, string reference);

    [LoggerMessage(141, LogLevel.Warning, "Run {RunId}: agent {Agent} failed, asked by another component (reference {Reference})")]
    public static partial void AskedAgentFailed(ILogger logger, Exception exception, string runId, string agent, string reference);

    [LoggerMessage(142, LogLevel.Warning, "Run {RunId}: the provider of the model answered agent {Agent} with the error {Code} instead of a reply: {Error}")]
    public static partial void ProviderAnsweredWithError(ILogger logger, string runId, string agent, string code, string error);

    [LoggerMessage(
        106, LogLevel.Warning, "Run {RunId}: the model of agent {Agent} reached the longest reply allowed, so its answer is cut off: "
            + "set MaxOutputTokens (without it, Anthropic's client asks for 1,024 tokens)")]
    public static partial void AnswerCutOff(ILogger logger, string runId, string agent);

    [LoggerMessage(260, LogLevel.Warning, "Run {RunId}: the stream of the model of agent {Agent} ended without a finish reason, so its answer may be cut off")]
    public static partial void AnswerUnfinished(ILogger logger, string runId, string agent);

    [LoggerMessage(261, LogLevel.Warning, "Run {RunId}: replies of the model of agent {Agent} have values of the type {Type}, which cannot be recorded as JSON and do not go back to the provider")]
    public static partial void PartNotRecorded(ILogger logger, string runId, string agent, string type);
}

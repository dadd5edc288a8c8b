using Microsoft.Extensions.Logging;

namespace Agnt5.Agents;

/// <summary>Log messages about the turns of agents.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(107, LogLevel.Warning, "Run {RunId}: tool {Tool} failed, called by agent {Agent}")]
    public static partial void ToolCallFailed(ILogger logger, Exception exception, string runId, string agent, string tool);

    [LoggerMessage(106, LogLevel.Warning, "Run {RunId}: the model of agent {Agent} reached the longest reply allowed (MaxOutputTokens), so its answer is cut off")]
    public static partial void AnswerCutOff(ILogger logger, string runId, string agent);
}

using Microsoft.Extensions.Logging;

namespace Agnt5.Agents;

/// <summary>What the turns of agents tell the operator.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(107, LogLevel.Warning, "Run {RunId}: tool {Tool} failed, which agent {Agent} had called")]
    public static partial void ToolCallFailed(ILogger logger, Exception exception, string runId, string agent, string tool);

    [LoggerMessage(106, LogLevel.Warning, "Run {RunId}: the model of agent {Agent} came to the end of what one reply may be (MaxOutputTokens), so its answer is cut off")]
    public static partial void AnswerCutOff(ILogger logger, string runId, string agent);
}

using Microsoft.Extensions.Logging;
using ModelContextProtocol;

namespace Agnt5.Mcp;

/// <summary>Log messages of the MCP server. They never have a token or a payload.</summary>
internal static partial class McpLog
{
    [LoggerMessage(1, LogLevel.Warning, "The tools at {Route} run for anybody who reaches them: nothing demands authorization there")]
    public static partial void ServedToAnybody(ILogger logger, string? route);

    [LoggerMessage(2, LogLevel.Warning, "An MCP request was refused with {Status} {Code}: {Reason}")]
    public static partial void Refused(ILogger logger, int status, McpErrorCode code, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Tool {Tool} is not served over MCP: {Problem}")]
    public static partial void NotServed(ILogger logger, string tool, string problem);

    [LoggerMessage(4, LogLevel.Error, "{Advice}")]
    public static partial void NotInForce(ILogger logger, string advice);

    [LoggerMessage(5, LogLevel.Warning, "{Count} more MCP requests were refused with {Kind} within a minute of the first")]
    public static partial void RefusedMore(ILogger logger, long count, string kind);

    [LoggerMessage(6, LogLevel.Debug, "An MCP request was refused with {Status} {Code}, as others before: {Reason}")]
    public static partial void RefusedAgain(ILogger logger, int status, McpErrorCode code, string reason);

    [LoggerMessage(7, LogLevel.Error, "The distributed cache failed to keep or to read the result of a tool. Results that it does not keep go to MCP clients whole")]
    public static partial void CacheFailed(ILogger logger, Exception exception);

    [LoggerMessage(8, LogLevel.Error, "The distributed cache failed for the results of tools {Count} more times within a minute of the first")]
    public static partial void CacheFailedMore(ILogger logger, long count);

    [LoggerMessage(9, LogLevel.Error, "The memory of used approvals failed; the call of the tool was not made")]
    public static partial void ApprovalsFailed(ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "The memory of used approvals failed {Count} more times within a minute of the first")]
    public static partial void ApprovalsFailedMore(ILogger logger, long count);

    [LoggerMessage(11, LogLevel.Error, "Tool {Tool} was cancelled, and a callback on its CancellationToken threw")]
    public static partial void CallbackThrew(ILogger logger, string tool, Exception exception);

    [LoggerMessage(12, LogLevel.Error, "A session of an MCP client did not end cleanly")]
    public static partial void SessionEndFailed(ILogger logger, Exception exception);
}

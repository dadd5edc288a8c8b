using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp;

/// <summary>
/// Stops a tool when one of two tokens fires. The tool has a token of its own, so that a callback of the tool that throws does not reach whoever cancels: the web server, the protocol library or
/// the end of a session.
/// </summary>
internal sealed class ToolStop : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenRegistration _first;
    private readonly CancellationTokenRegistration _second;
    private readonly string _tool;
    private readonly ILogger _logger;

    public ToolStop(string tool, ILogger logger, CancellationToken first, CancellationToken second)
    {
        _tool = tool;
        _logger = logger;
        _first = first.UnsafeRegister(Stop, this);
        _second = second.UnsafeRegister(Stop, this);
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        // Waits for a callback that runs.
        _first.Dispose();
        _second.Dispose();
        _stop.Dispose();
    }

    private static void Stop(object? state)
    {
        var stop = (ToolStop)state!;
        try
        {
            stop._stop.Cancel();
        }
        catch (AggregateException exception)
        {
            McpLog.CallbackThrew(stop._logger, stop._tool, exception);
        }
    }
}

namespace Agnt5.Local.Engine.Runs;

/// <summary>A run's phase in the words of the gateway (<c>status</c>).</summary>
internal static class RunStatus
{
    public static string Of(RunPhase phase) => phase switch
    {
        RunPhase.Queued => "queued",
        RunPhase.Running => "running",
        RunPhase.RetryDelayed => "retry_delayed",
        RunPhase.Paused => "paused",
        RunPhase.Completed => "completed",
        RunPhase.Failed => "failed",
        _ => "cancelled",
    };
}

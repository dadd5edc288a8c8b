namespace Agnt5.Durability.Tests.Platform;

/// <summary>The clock of the run on the stage. Each run has one of its own, as if it were alone in its process.</summary>
public sealed class StageClock(Stage stage) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => stage.Run.Clock.GetUtcNow();

    public override long GetTimestamp() => stage.Run.Clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => stage.Run.Clock.CreateTimer(callback, state, dueTime, period);
}

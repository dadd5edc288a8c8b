namespace Agnt5.Execution;

/// <summary>How long the engine waits past the deadline for code that ignores its token (protocol section 6).</summary>
internal static class DeadlineGrace
{
    public static TimeSpan Length { get; } = TimeSpan.FromMilliseconds(250);
}

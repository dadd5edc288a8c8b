namespace Agnt5.Execution;

/// <summary>How long what ignores its token is waited for past the deadline (protocol section 6).</summary>
internal static class DeadlineGrace
{
    public static TimeSpan Length { get; } = TimeSpan.FromMilliseconds(250);
}

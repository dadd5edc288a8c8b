namespace Agnt5.Testing.Timelines;

/// <summary>One line of a timeline.</summary>
/// <param name="At">When.</param>
/// <param name="What">What kind of thing happened, in a word.</param>
/// <param name="Text">The rest.</param>
/// <param name="IsInSlice">Whether a slice did it.</param>
internal sealed record TimelineRow(DateTimeOffset At, string What, string Text, bool IsInSlice = false);

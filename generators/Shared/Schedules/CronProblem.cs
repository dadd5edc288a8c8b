namespace Agnt5.Shared;

/// <summary>The problem with a text that is not a schedule.</summary>
/// <param name="Text">The mistake, and the correct form.</param>
/// <param name="Mended">The text with this one mistake corrected, if the correction is certain.</param>
internal sealed record CronProblem(string Text, string? Mended = null);

namespace Agnt5.Shared;

/// <summary>Why a text is no schedule.</summary>
/// <param name="Text">What is wrong, and what is right.</param>
/// <param name="Mended">The text with this one mistake put right, where one way is certain to be meant.</param>
internal sealed record CronProblem(string Text, string? Mended = null);

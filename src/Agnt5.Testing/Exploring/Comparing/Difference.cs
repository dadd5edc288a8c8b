using Agnt5.Testing.Exploring.Playing;

namespace Agnt5.Testing.Exploring.Comparing;

/// <summary>What differs in a run, for people.</summary>
/// <param name="Headline">What, in words that follow the workflow's name.</param>
/// <param name="Advice">What to look for.</param>
internal sealed record Difference(string Headline, string Advice)
{
    /// <summary>What the other run did, or <see langword="null"/>.</summary>
    public string? Expected { get; init; }

    /// <summary>What this run did, or <see langword="null"/>.</summary>
    public string? Got { get; init; }

    /// <summary>The run that it is compared with, or <see langword="null"/>.</summary>
    public PlayedRun? Reference { get; init; }

    /// <summary>What the test's own check threw, or <see langword="null"/>.</summary>
    public Exception? Cause { get; init; }
}

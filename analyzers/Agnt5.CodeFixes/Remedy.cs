using Agnt5.CodeFixes.Edits;

namespace Agnt5.CodeFixes;

/// <summary>What a code fix does, before it does it, so that many can be done at once.</summary>
/// <param name="Title">What the user chooses.</param>
/// <param name="Key">Remedies with one key are done together by Fix All; <see langword="null"/> for one that each finding wants a look at.</param>
internal sealed record Remedy(string Title, string? Key, IReadOnlyList<Edit> Edits)
{
    /// <summary>What the user may want instead, where either may be meant.</summary>
    public Remedy? Alternative { get; init; }

    /// <summary>The remedy and its alternatives, the likeliest first.</summary>
    public IEnumerable<Remedy> Choices
    {
        get
        {
            for (var choice = this; choice is not null; choice = choice.Alternative)
                yield return choice;
        }
    }
}

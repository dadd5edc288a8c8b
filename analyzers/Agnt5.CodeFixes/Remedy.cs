using Agnt5.CodeFixes.Edits;

namespace Agnt5.CodeFixes;

/// <summary>The edits that a code fix will make. They are planned first, so that many can be made at once.</summary>
/// <param name="Title">The title in the editor's menu.</param>
/// <param name="Key">Fix All applies remedies with the same key together; <see langword="null"/> if the user should look at each finding.</param>
internal sealed record Remedy(string Title, string? Key, IReadOnlyList<Edit> Edits)
{
    /// <summary>The alternative, if the user may mean either.</summary>
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

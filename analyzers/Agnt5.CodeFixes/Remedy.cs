using Agnt5.CodeFixes.Edits;

namespace Agnt5.CodeFixes;

/// <summary>What a code fix does, before it does it, so that many can be done at once.</summary>
/// <param name="Title">What the user chooses.</param>
/// <param name="Key">Remedies with one key are done together by Fix All.</param>
internal sealed record Remedy(string Title, string Key, IReadOnlyList<Edit> Edits);

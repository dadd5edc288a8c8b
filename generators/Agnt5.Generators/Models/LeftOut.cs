using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>A component or a durable call for which nothing is generated.</summary>
/// <param name="Name">The name in messages.</param>
/// <param name="Rules">The rules that it breaks.</param>
/// <param name="IsGenerated">Whether <c>[GeneratedCode]</c> marks its declaration: the compiler lets no analyzer report there.</param>
internal sealed record LeftOut(string Name, EquatableArray<BrokenRule> Rules, bool IsGenerated = false);

/// <summary>A rule that is broken, and the place where its analyzer reports it.</summary>
/// <param name="Id">One of <see cref="RuleIds"/>.</param>
/// <param name="File">The path of the file, or empty when the report has no place.</param>
/// <param name="Start">Where the place begins in the file.</param>
/// <param name="Length">The place's length.</param>
internal readonly record struct BrokenRule(string Id, string File, int Start, int Length)
{
    /// <summary>The documentation id of the method at whose name the rule is reported. It stands for the place where the place itself is not known.</summary>
    public string? Declaration { get; init; }
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A rule that a declaration breaks. It holds a location, so it never enters a generator's model.</summary>
/// <param name="RuleId">One of <see cref="RuleIds"/>.</param>
/// <param name="Location">Where to point.</param>
/// <param name="Arguments">The arguments of the rule's message format.</param>
internal sealed record ShapeProblem(string RuleId, Location Location, params object[] Arguments)
{
    /// <summary>Where analyzers report it, if that is another declaration, from which this one gets it. The component is still left out.</summary>
    public Location? ToldAt { get; init; }

    /// <summary>Whether analyzers report it at another declaration.</summary>
    public bool IsToldElsewhere => ToldAt is not null;

    /// <summary>The correct value of the argument at the location, if it is certain.</summary>
    public Suggestion? Suggestion { get; init; }
}

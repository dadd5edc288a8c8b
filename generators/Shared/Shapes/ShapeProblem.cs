using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A rule that a declaration breaks. It holds a location, so it never enters a generator's model.</summary>
/// <param name="RuleId">One of <see cref="RuleIds"/>.</param>
/// <param name="Location">Where to point.</param>
/// <param name="Arguments">What fills the message format of the rule's descriptor.</param>
internal sealed record ShapeProblem(string RuleId, Location Location, params object[] Arguments)
{
    /// <summary>Whether analyzers tell it at another declaration, from which this one has it. The component is left out all the same.</summary>
    public bool IsToldElsewhere { get; init; }

    /// <summary>What the argument at the location should be, where one value is certain to be meant.</summary>
    public Suggestion? Suggestion { get; init; }
}

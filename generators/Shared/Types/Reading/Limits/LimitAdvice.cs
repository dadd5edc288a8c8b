using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Advice about the limits of a member or parameter of an input: what a caller may make expensive.</summary>
internal static class LimitAdvice
{
    /// <param name="symbol">The member or parameter.</param>
    /// <param name="path">Its name in messages.</param>
    /// <param name="type">The type of its values.</param>
    /// <param name="limits">Its limits.</param>
    public static IEnumerable<NodeProblem> Of(ISymbol symbol, string path, ITypeSymbol type, LimitsModel? limits, JsonScope scope)
    {
        // The elements of a tuple take no attributes, and metadata of a context has no room for limits.
        if (scope.Rules.Context is not null || symbol.ContainingType is { IsTupleType: true })
            yield break;

        if (limits?.Pattern is { Written: var pattern } && Backtracking.FindCause(pattern) is { } cause)
            yield return new(RuleIds.SlowPattern, path, $"has a pattern with {cause}, so a text may take exponential time to match") { Cause = symbol };
        if (limits?.Length?.Maximum is null && LimitTarget.Of(type, scope.Known).Kind is LimitKind.Items or LimitKind.Entries)
            yield return new(RuleIds.UnboundedCollection, path, "has no upper bound: callers decide how many items it gets") { Cause = symbol };
    }
}

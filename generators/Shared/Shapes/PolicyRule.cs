using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// The common part of rules about the values of policies. Many components may share a policy. A problem with it is reported once, at the declaration that
/// can be changed, and keeps every component with the policy out of the catalog.
/// </summary>
internal static class PolicyRule
{
    /// <summary>Finds the problems with the policies of a component.</summary>
    /// <param name="find">The rule.</param>
    public static IEnumerable<ShapeProblem> FindInComponent(
        IMethodSymbol method, string ruleId, Func<PolicyMark, IEnumerable<PolicyProblem>> find, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var mark in PolicyMark.Of(method, known))
            foreach (var problem in find(mark))
                yield return new(ruleId, mark.LocationAt(method, problem.Argument, cancellationToken), ShapeText.Of(method), TextOf(mark, problem))
                {
                    // Nothing can be reported in a generated file, and a component must not be left out without a message.
                    ToldAt = mark.IsToldElsewhere && mark.LocationInSource(problem.Argument, cancellationToken) is { SourceTree: { } tree } place && !GeneratedFile.Is(tree) ? place : null,
                    Suggestion = SuggestionFor(mark, problem),
                };
    }

    /// <summary>Finds the problems with the policies that an attribute class or the assembly gives to components.</summary>
    /// <param name="find">The rule.</param>
    public static IEnumerable<ShapeProblem> FindInCarrier(
        ISymbol carrier, string ruleId, Func<PolicyMark, IEnumerable<PolicyProblem>> find, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var mark in PolicyMark.On(carrier, known))
            if (!mark.IsToldElsewhere)
                foreach (var problem in find(mark))
                    if (mark.LocationInSource(problem.Argument, cancellationToken) is { } location)
                        yield return new(ruleId, location, carrier.Name, TextOf(mark, problem)) { Suggestion = SuggestionFor(mark, problem) };
    }

    // If the attribute that carries the policy is in a referenced assembly, the reported place does not show the values.
    private static string TextOf(PolicyMark mark, PolicyProblem problem) => mark.Origin == PolicyOrigin.Carried
        ? $"wears [{ShapeText.OfAttribute(mark.Application)}], which {problem.Text}"
        : problem.Text;

    private static Suggestion? SuggestionFor(PolicyMark mark, PolicyProblem problem) => mark.Origin == PolicyOrigin.Own ? problem.Suggestion : null;
}

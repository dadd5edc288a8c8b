using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// AGT3010: AGNT5's gateway skips a trigger that filters, maps, delays or gathers, and reports nothing (protocol section 2). A filter is a predicate of the
/// workflow's class.
/// </summary>
internal static class SkippedTriggerRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var policy in PolicyMark.Of(method, known))
        {
            if (policy.Kind is not (PolicyKind.OnEvent or PolicyKind.OnWebhook))
                continue;
            foreach (var argument in AttributeArgument.Of(policy.Attribute))
            {
                if (policy.Find(argument.Name) is null)
                    continue;
                if (InsteadOf(argument.Name) is { } instead)
                    yield return Problem(
                        argument, $"sets {argument.Name}, and AGNT5 skips a trigger with {argument.Name}: no run would ever start; remove it, and {instead}", nearest: null);
                else if (argument is { Name: TriggerFilter.Property, Value.Value: string name } && FindUnfit(argument, name) is { } unfit)
                    yield return unfit;
            }
        }

        ShapeProblem? FindUnfit(AttributeArgument argument, string name)
        {
            var unfit = TriggerFilter.Find(method, name, known, cancellationToken).Problem;
            var text = PredicateElsewhere.Find(method, argument.Syntax(cancellationToken), known.Compilation, cancellationToken) is { } other
                ? $"which is declared in '{ShapeText.Of(other)}': a predicate is a method of the workflow's own class, so declare it in '{ShapeText.Of(method.ContainingType)}'"
                : unfit?.Text;
            return text is null
                ? null
                : Problem(argument, $"filters by {QuotedText.Of(name)}, {text}", unfit?.Kind == FilterProblemKind.NotFound ? FindNearest(name) : null);
        }

        ShapeProblem Problem(AttributeArgument argument, string text, string? nearest) =>
            new(RuleIds.SkippedTrigger, argument.Find(cancellationToken) ?? method.Locations[0], ShapeText.Of(method), text)
            {
                Suggestion = nearest is null ? null : new(nearest, $"Use nameof({nearest})"),
            };

        string? FindNearest(string written)
        {
            var fitting = method.ContainingType.GetMembers().OfType<IMethodSymbol>()
                .Where(static candidate => candidate is { MethodKind: MethodKind.Ordinary, IsStatic: true })
                .Select(static candidate => candidate.Name)
                .Distinct()
                .Where(name => TriggerFilter.Find(method, name, known, cancellationToken).Problem is null)
                .Select(static name => new NamedThing(name, name))
                .ToArray();
            return NearestName.Find(written, fitting);
        }
    }

    private static string? InsteadOf(string property) => property switch
    {
        "InputMapping" => "take what you need from the payload in code",
        "Delay" => "begin the workflow with SleepAsync",
        "BatchWindowMs" => "take one event at a time, or the latest with [Debounce]",
        _ => null,
    };
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3008: event names are valid, AGNT5 takes the source's webhooks, and no two triggers share an id.</summary>
internal static class TriggerRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var policy in PolicyMark.Of(method, known))
        {
            if (policy.Kind is not (PolicyKind.OnEvent or PolicyKind.OnWebhook))
                continue;
            if (policy.FindArgument("eventName") is { Value.Kind: not TypedConstantKind.Error } name && EventNames.FindProblem(name.Value.Value as string) is { } unsound)
                yield return Problem(name, $"{unsound}: an event's name has only letters, digits and '_', '.', ':', '/' or '-'", Meant(EventNames.TryMend(name.Value.Value as string)));
            if (policy.FindArgument("source") is { Value.Kind: not TypedConstantKind.Error } source && WebhookSources.FindProblem(source.Value.Value as string) is { } unknown)
                yield return Problem(source, unknown, Meant(WebhookSources.FindNearest(source.Value.Value as string)));

            if (policy.FindArgument("Id") is not { Value: { IsNull: false, Value: string id } } given)
                continue;
            if (string.IsNullOrWhiteSpace(id))
                yield return IdProblem(given, "gives a trigger a blank id: leave it out, and AGNT5 gives it one");
            else if (id.Trim() != id)
                yield return IdProblem(given, $"gives a trigger the id '{id}', which begins or ends with white space: trim it, or leave it out, and AGNT5 gives it one");
            else if (!ids.Add(id))
                yield return IdProblem(given, $"has two triggers with the id {QuotedText.Of(id)}: give each its own, or leave it out, and AGNT5 gives it one");
        }

        ShapeProblem IdProblem(AttributeArgument argument, string text) => Problem(argument, text, Suggestion.Remove("Leave the id to AGNT5"));

        ShapeProblem Problem(AttributeArgument argument, string text, Suggestion? suggestion) =>
            new(RuleIds.InvalidTrigger, argument.Find(cancellationToken) ?? method.Locations[0], ShapeText.Of(method), text) { Suggestion = suggestion };
    }

    private static Suggestion? Meant(string? name) => name is null ? null : new(name, $"Use '{name}'");
}

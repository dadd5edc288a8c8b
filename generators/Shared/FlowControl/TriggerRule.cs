using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3008: names of events and webhooks are names, and a trigger's id is its own.</summary>
internal static class TriggerRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var policy in PolicyMark.Of(method, known))
        {
            if (policy.Kind is not (PolicyKind.OnEvent or PolicyKind.OnWebhook))
                continue;
            foreach (var argument in AttributeArgument.Of(policy.Attribute))
                if (WhatIsNamed(argument.Name) is { } what && EventNames.FindProblem(argument.Value.Value as string) is { } problem)
                {
                    var mended = EventNames.TryMend(argument.Value.Value as string);
                    yield return Problem(argument, $"{problem}: {what} has letters, digits and '_', '.', ':', '/' or '-' alone", what, mended);
                }

            if (policy.FindArgument("Id") is not { Value: { IsNull: false, Value: string id } } given)
                continue;
            if (string.IsNullOrWhiteSpace(id))
                yield return IdProblem(given, "gives a trigger a blank id: leave it out, and AGNT5 gives it one");
            else if (id.Trim() != id)
                yield return IdProblem(given, $"gives a trigger the id '{id}', which begins or ends with white space: trim it, or leave it out, and AGNT5 gives it one");
            else if (!ids.Add(id))
                yield return IdProblem(given, $"has two triggers with the id {QuotedText.Of(id)}: give each its own, or leave it out, and AGNT5 gives it one");
        }

        ShapeProblem Problem(AttributeArgument argument, string text, string what, string? mended) =>
            new(RuleIds.InvalidTrigger, argument.Find(cancellationToken) ?? method.Locations[0], ShapeText.Of(method), text)
            {
                Suggestion = mended is null ? null : new(mended, $"Use '{mended}'"),
            };

        ShapeProblem IdProblem(AttributeArgument argument, string text) =>
            new(RuleIds.InvalidTrigger, argument.Find(cancellationToken) ?? method.Locations[0], ShapeText.Of(method), text)
            {
                Suggestion = Suggestion.Remove("Leave the id to AGNT5"),
            };
    }

    private static string? WhatIsNamed(string argument) => argument switch
    {
        "eventName" => "an event's name",
        "source" => "a webhook's source",
        _ => null,
    };
}

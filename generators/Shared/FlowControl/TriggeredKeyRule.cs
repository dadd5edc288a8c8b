using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3012: a key expression that finds nothing in runs of events or webhooks.</summary>
internal static class TriggeredKeyRule
{
    private const string Input = "input";

    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (!PolicyMark.StartsByEvents(method, known))
            yield break;
        RunInputs? inputs = null;
        foreach (var (policy, expression) in KeyExpressionRule.ExpressionsOf(method, known))
        {
            inputs ??= RunInputs.Read(method, known, cancellationToken);
            if (inputs is null)
                yield break;
            if (!inputs.IsForDirectRunsAlone(expression))
                continue;
            var ofEvent = inputs.OfEvents is null ? null : GatewayEnvelope.Payload + expression.Substring(Input.Length);
            yield return new(
                RuleIds.KeyOfDirectRunsAlone,
                KeyExpressionRule.LocationOf(policy, method, cancellationToken),
                ShapeText.Of(method),
                KeyExpressionRule.Beginning(policy, expression) + Explain(ofEvent))
            {
                Suggestion = KeyExpressionRule.SuggestionFor(policy, ofEvent),
            };
        }
    }

    private static string Explain(string? ofEvent) => ", which only exists in runs that are started directly: " + (ofEvent is null
        ? "the input of a webhook's run is the gateway's envelope, with the payload as raw text, so use a key of the delivery: 'input.event.data.integration_id'"
        : $"the input of an event's run is the gateway's envelope; write {QuotedText.Of(ofEvent)}");
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3012: a key expression that runs of events or webhooks find nothing by.</summary>
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

    private static string Explain(string? ofEvent) => ", which is there in runs that are started directly alone: " + (ofEvent is null
        ? "a webhook's run has the gateway's envelope for input, with the payload as raw text, so key by the delivery: 'input.event.data.integration_id'"
        : $"an event's run has the gateway's envelope for input; write {QuotedText.Of(ofEvent)}");
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The inputs that runs of one component may have. AGNT5 evaluates a key expression over them as they are sent, before the endpoint unwraps anything.</summary>
/// <param name="Direct">The input of a run that is started directly, or <see langword="null"/> when the component takes none.</param>
/// <param name="OfEvents">The input of a run that an event starts, or <see langword="null"/> when none does.</param>
/// <param name="OfWebhooks">The input of a run that a webhook starts, or <see langword="null"/> when none does.</param>
internal sealed record RunInputs(InputValue? Direct, InputValue? OfEvents, InputValue? OfWebhooks)
{
    private const string Event = "input.event";

    /// <summary>Reads the inputs of a component.</summary>
    /// <returns><see langword="null"/> when one of its types cannot be read. Rules about types report that.</returns>
    public static RunInputs? Read(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        InputValue? direct = null;
        if (ComponentInput.ParametersOf(method, known) is [_, ..] parameters)
        {
            if (InputTree.Read(parameters, known, cancellationToken) is not { } tree)
                return null;
            direct = tree.Root;
        }

        return new(
            direct,
            StartsBy(PolicyKind.OnEvent) ? GatewayEnvelope.OfEvent(direct ?? InputValue.Untyped) : null,
            StartsBy(PolicyKind.OnWebhook) ? GatewayEnvelope.OfWebhook() : null);

        bool StartsBy(PolicyKind kind) => PolicyMark.Of(method, known).Any(mark => mark.Kind == kind);
    }

    /// <summary>Whether the component has no input to take a key from.</summary>
    public bool AreNone => this is { Direct: null, OfEvents: null, OfWebhooks: null };

    /// <summary>Whether a key expression leads to a key in runs that are started directly, and to none in runs that events or webhooks start.</summary>
    public bool IsForDirectRunsAlone(string expression) =>
        (OfEvents ?? OfWebhooks) is not null && LeadsToKey(expression, Direct) && !LeadsToKey(expression, OfEvents) && !LeadsToKey(expression, OfWebhooks);

    /// <summary>Why a key expression leads to a key in none of the inputs, or <see langword="null"/>.</summary>
    public KeyExpressionProblem? FindProblem(string expression)
    {
        // If all fail, report the problem that has a suggestion, otherwise the one of the input that the expression seems to mean.
        var isAboutEvent = expression == Event || expression.StartsWith(Event + ".", StringComparison.Ordinal);
        InputValue?[] inputs = isAboutEvent ? [OfEvents, OfWebhooks, Direct] : [Direct, OfEvents, OfWebhooks];
        var problems = inputs.OfType<InputValue>().Select(input => KeyExpression.FindProblem(expression, input)).ToArray();
        return problems.Contains(null) ? null : problems.FirstOrDefault(static problem => problem!.Replacement is not null) ?? problems.FirstOrDefault();
    }

    private static bool LeadsToKey(string expression, InputValue? input) => input is not null && KeyExpression.FindProblem(expression, input) is null;
}

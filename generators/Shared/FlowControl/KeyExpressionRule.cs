using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3004: a key expression leads to a scalar of the component's input.</summary>
internal static class KeyExpressionRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        RunInputs? inputs = null;
        foreach (var (policy, expression) in ExpressionsOf(method, known))
        {
            inputs ??= RunInputs.Read(method, known, cancellationToken);
            if (inputs is null)
                yield break;
            if (inputs.AreNone)
                yield return Problem(policy, expression, new("the component takes no input; use Key, or take the input that has the key", Replacement: null));
            else if (inputs.FindProblem(expression) is { } problem)
                yield return Problem(policy, expression, problem);
        }

        ShapeProblem Problem(PolicyMark policy, string expression, KeyExpressionProblem problem) =>
            new(RuleIds.UnresolvedKeyExpression, LocationOf(policy, method, cancellationToken), ShapeText.Of(method), $"{Beginning(policy, expression)}: {problem.Text}")
            {
                Suggestion = SuggestionFor(policy, problem.Replacement),
            };
    }

    /// <summary>The policies of a component with a key expression.</summary>
    public static IEnumerable<(PolicyMark Policy, string Expression)> ExpressionsOf(IMethodSymbol method, KnownSymbols known)
    {
        foreach (var policy in PolicyMark.Of(method, known))
            if (policy.Kind != PolicyKind.Batch && policy.Find("KeyExpression")?.Value is string expression)
                yield return (policy, expression);
    }

    /// <summary>The location of a problem with a policy's key expression.</summary>
    public static Location LocationOf(PolicyMark policy, IMethodSymbol method, CancellationToken cancellationToken) =>
        policy.LocationAt(method, policy.FindArgument("KeyExpression"), cancellationToken);

    /// <summary>The beginning of a message about a key expression.</summary>
    public static string Beginning(PolicyMark policy, string expression)
    {
        var keyed = $"keys [{policy.Kind}] by {QuotedText.Of(expression)}";
        return policy.Origin switch
        {
            PolicyOrigin.Carried => $"wears [{ShapeText.OfAttribute(policy.Application)}], which {keyed}",
            PolicyOrigin.Default => $"has the assembly's default, which {keyed}",
            _ => keyed,
        };
    }

    /// <summary>The expression to write. A fix at the component does not change another declaration.</summary>
    public static Suggestion? SuggestionFor(PolicyMark policy, string? expression) =>
        expression is not null && policy.Origin == PolicyOrigin.Own ? new(expression, $"Use '{expression}'") : null;
}

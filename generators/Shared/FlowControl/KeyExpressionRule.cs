using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3004: a key expression leads to a scalar of the component's input.</summary>
internal static class KeyExpressionRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        InputTree? tree = null;
        foreach (var policy in PolicyMark.Of(method, known))
        {
            if (policy.Kind == PolicyKind.Batch || policy.Find("KeyExpression")?.Value is not string expression)
                continue;
            var beginning = Beginning(policy, expression);
            var location = policy.LocationAt(method, policy.FindArgument("KeyExpression"), cancellationToken);
            if (ComponentInput.ParametersOf(method, known) is not [_, ..] parameters)
            {
                yield return new(RuleIds.UnresolvedKeyExpression, location, ShapeText.Of(method), $"{beginning}: the component takes no input; use Key, or take what the key is in");
                continue;
            }

            tree ??= InputTree.Read(parameters, known, cancellationToken);
            if (tree is null)
                yield break;
            if (KeyExpression.FindProblem(expression, tree) is { } problem)
                yield return new(RuleIds.UnresolvedKeyExpression, location, ShapeText.Of(method), $"{beginning}: {problem.Text}")
                {
                    Suggestion = problem.Replacement is { } text && policy.Origin == PolicyOrigin.Own ? new(text, $"Use '{text}'") : null,
                };
        }
    }

    private static string Beginning(PolicyMark policy, string expression)
    {
        var keyed = $"keys [{policy.Kind}] by {QuotedText.Of(expression)}";
        return policy.Origin switch
        {
            PolicyOrigin.Carried => $"wears [{ShapeText.OfAttribute(policy.Application)}], which {keyed}",
            PolicyOrigin.Default => $"has the assembly's default, which {keyed}",
            _ => keyed,
        };
    }
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT1002: the name that an attribute gives.</summary>
internal static class NameRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var mark in ComponentMark.Of(method, known))
            if (mark.WrittenName is { } name && ComponentNames.FindProblem(name) is { } problem)
                yield return new(
                    RuleIds.InvalidName,
                    NameLocation(method, mark, cancellationToken),
                    ShapeText.Of(method),
                    ShapeText.WithArticle(ShapeText.Of(mark.Kind)),
                    problem,
                    ComponentNames.DefaultName(method.Name));
    }

    private static Location NameLocation(IMethodSymbol method, ComponentMark mark, CancellationToken cancellationToken) =>
        mark.Syntax(cancellationToken)?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression.GetLocation()
        ?? method.Locations[0];
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT1007: a method is one component.</summary>
internal static class SingleAttributeRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        var marks = ComponentMark.Of(method, known).ToArray();
        foreach (var extra in marks.Skip(1))
        {
            var location = extra.Syntax(cancellationToken)?.GetLocation() ?? method.Locations[0];
            yield return new(RuleIds.SeveralComponentAttributes, location, ShapeText.Of(method), ShapeText.WithArticle(ShapeText.Of(marks[0].Kind)), ShapeText.WithArticle(ShapeText.Of(extra.Kind)));
        }
    }
}

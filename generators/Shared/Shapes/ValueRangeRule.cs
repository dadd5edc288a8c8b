using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>AGT3002: values that a declaration gives and AGNT5 refuses. A value that was not written is not checked.</summary>
internal static class ValueRangeRule
{
    private const string MaxConcurrency = nameof(MaxConcurrency);

    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var mark in ComponentMark.Of(method, known))
            foreach (var argument in mark.Attribute.NamedArguments)
                if (argument is { Key: MaxConcurrency, Value.Value: int and < 1 })
                    yield return new(
                        RuleIds.ValueOutOfRange,
                        ArgumentLocation(method, mark, argument.Key, cancellationToken),
                        ShapeText.Of(method),
                        argument.Key,
                        argument.Value.Value,
                        1);
    }

    private static Location ArgumentLocation(IMethodSymbol method, ComponentMark mark, string name, CancellationToken cancellationToken)
    {
        var arguments = mark.Syntax(cancellationToken)?.ArgumentList?.Arguments;
        return arguments?.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.GetLocation() ?? method.Locations[0];
    }
}

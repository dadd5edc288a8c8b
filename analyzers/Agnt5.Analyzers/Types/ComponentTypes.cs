using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Types;

/// <summary>The types of a component as a whole.</summary>
internal static class ComponentTypes
{
    /// <summary>Whether no rule about types keeps a component with a valid declaration out of the catalog.</summary>
    public static bool AreSound(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        var returned = ReturnShape.Of(method, known);
        return method.Parameters.Where(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.Input).All(IsSoundInput)
            && ((returned.StreamedItem ?? returned.Result) is not { } result || IsSound(result, returned.Use));

        bool IsSoundInput(IParameterSymbol parameter)
        {
            var problems = new List<NodeProblem>();
            LimitsReader.Read(LimitedSymbol.Of(parameter, known), new(known, known.Rules, cancellationToken), problems);
            return problems.Count == 0 && IsSound(TriggerParameter.InputTypeOf(parameter, known), JsonUse.Read);
        }

        bool IsSound(ITypeSymbol type, JsonUse use) => WireTypes.Explore(type, ShapeText.Of(type), use, known, cancellationToken).IsSound;
    }
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT2003 for signatures: parameters that are properties of one input object have different names.</summary>
internal static class InputNameRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known)
    {
        var taken = new Dictionary<string, IParameterSymbol>();
        foreach (var parameter in method.Parameters)
        {
            if (ParameterRoles.Of(parameter, known) != ParameterRole.Input)
                continue;
            var jsonName = JsonNames.Apply(known.Rules.Naming, parameter.Name);
            if (taken.TryGetValue(jsonName, out var first))
                yield return new(
                    RuleIds.DuplicateJsonName,
                    parameter.Locations[0],
                    ShapeText.Of(method),
                    $"takes '{first.Name}' and '{parameter.Name}', which are both '{jsonName}' in the input object: rename one of them");
            else
                taken.Add(jsonName, parameter);
        }
    }
}

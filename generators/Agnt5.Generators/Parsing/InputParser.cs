using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads a component's input.</summary>
internal static class InputParser
{
    public static InputModel? Parse(IMethodSymbol method, string space, string identifier, TypeCollection types)
    {
        var parameters = ComponentInput.ParametersOf(method, types.Known);
        foreach (var parameter in parameters)
            types.Add(TriggerParameter.InputTypeOf(parameter, types.Known), JsonUse.Read);
        if (!types.AreSound || parameters.Count == 0)
            return null;

        if (ComponentInput.Read(parameters, types.Find, types.Scope) is not { } input)
        {
            types.Refuse();
            return null;
        }

        if (input.Whole is { } whole)
            return new(whole, Generated: null, input.Limits);

        var generated = InputClass(space, identifier, input);
        types.Add(generated);
        return new(new(generated.Key, generated.CSharpName, IsNullable: false), generated);
    }

    private static ObjectModel InputClass(string space, string identifier, ComponentInput input)
    {
        var name = identifier + "_Input";
        var csharpName = $"global::{space}.{name}";
        return new()
        {
            Key = csharpName,
            CSharpName = csharpName,
            Identifier = name,
            SimpleName = name,
            IsValueType = false,
            Construction = new() { Kind = ConstructionKind.New, Parameters = default },
            Members = input.Members.Select(member => member with { DeclaringType = csharpName }).ToEquatableArray(),
            Documentation = Documentation.None,
        };
    }
}

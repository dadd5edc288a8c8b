using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads what a component takes from its input.</summary>
internal static class InputParser
{
    public static InputModel? Parse(IMethodSymbol method, string space, string identifier, TypeCollection types)
    {
        var parameters = method.Parameters.Where(parameter => ParameterRoles.Of(parameter, types.Known) == ParameterRole.Input).ToArray();
        var uses = parameters.Select(parameter => types.Add(parameter.Type, JsonUse.Read)).ToArray();
        if (!types.AreSound || parameters.Length == 0)
            return null;

        var problems = new List<NodeProblem>();
        var limits = parameters.Select(parameter => LimitsReader.Read(LimitedSymbol.Of(parameter), types.Scope, problems)).ToArray();
        if (problems.Count > 0)
        {
            types.Refuse();
            return null;
        }

        if (parameters is [var single] && (ParameterRoles.IsMarkedInput(single, types.Known) || IsWholeInput(types.Find(uses[0]), types)))
            return new(uses[0], Generated: null, limits[0]);

        var generated = InputClass(space, identifier, parameters, uses, limits, types);
        types.Add(generated);
        return new(new(generated.Key, generated.CSharpName, IsNullable: false), generated);
    }

    // A parameter whose JSON is an object, or may be anything, is the whole input.
    private static bool IsWholeInput(TypeModel? model, TypeCollection types) => model switch
    {
        NullableModel nullable => IsWholeInput(types.Find(nullable.Underlying), types),
        CoveredModel covered => IsWholeInput(types.Find(covered.Body), types),
        CollectionModel collection => collection.IsDictionary,
        ScalarModel scalar => scalar.IsWholeInput,
        ObjectModel or ConverterModel => true,
        _ => false,
    };

    private static ObjectModel InputClass(
        string space, string identifier, IParameterSymbol[] parameters, TypeUse[] uses, LimitsModel?[] limits, TypeCollection types)
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
            Members = parameters.Select((parameter, index) => Member(parameter, uses[index], limits[index])).ToEquatableArray(),
            Documentation = Documentation.None,
        };

        MemberModel Member(IParameterSymbol parameter, TypeUse use, LimitsModel? held)
        {
            var @default = DefaultValues.Of(parameter, types.Scope);
            return new()
            {
                Name = parameter.Name,
                JsonName = types.Scope.JsonName(parameter.Name),
                Type = use,
                DeclaringType = csharpName,
                Getter = GetterKind.Direct,
                Setter = SetterKind.Assignment,
                IsConstructorParameter = false,
                IsRequired = @default is null && !use.IsNullable,
                Default = @default,
                Limits = held,
                Documentation = DocumentationReader.OfParameter(parameter, types.Known, types.CancellationToken),
            };
        }
    }
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>A component's input: one parameter that is the whole input, or an object of its parameters.</summary>
/// <param name="Whole">The type of the parameter that is the whole input, or <see langword="null"/>.</param>
/// <param name="Limits">The limits of the whole input, or <see langword="null"/>.</param>
/// <param name="Members">The members of the input object, if no parameter is the whole input. The class that declares them is generated, and not named here.</param>
internal sealed record ComponentInput(TypeUse? Whole, LimitsModel? Limits, EquatableArray<MemberModel> Members)
{
    /// <summary>The parameters that come from the input.</summary>
    public static IReadOnlyList<IParameterSymbol> ParametersOf(IMethodSymbol method, KnownSymbols known) =>
        [.. method.Parameters.Where(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.Input)];

    /// <summary>Reads the input.</summary>
    /// <param name="parameters">At least one parameter of <see cref="ParametersOf"/>.</param>
    /// <param name="find">Finds the model of a type that a parameter reaches.</param>
    /// <returns><see langword="null"/> when the limits of a parameter are invalid, which AGT2001 reports.</returns>
    public static ComponentInput? Read(IReadOnlyList<IParameterSymbol> parameters, Func<TypeUse, TypeModel?> find, JsonScope scope)
    {
        var problems = new List<NodeProblem>();
        var limits = parameters.Select(parameter => LimitsReader.Read(LimitedSymbol.Of(parameter, scope.Known), scope, problems)).ToArray();
        if (problems.Count > 0)
            return null;
        if (parameters is [var single] && scope.Use(TriggerParameter.InputTypeOf(single, scope.Known)) is var whole
            && (ParameterRoles.IsWholeInput(single, scope.Known) || IsWhole(find(whole), find)))
            return new(whole, limits[0], default);
        return new(Whole: null, Limits: null, parameters.Select((parameter, index) => Member(parameter, limits[index], scope)).ToEquatableArray());
    }

    // A parameter whose JSON is an object, or may be anything, is the whole input.
    private static bool IsWhole(TypeModel? model, Func<TypeUse, TypeModel?> find) => model switch
    {
        NullableModel nullable => IsWhole(find(nullable.Underlying), find),
        CoveredModel covered => IsWhole(find(covered.Body), find),
        CollectionModel collection => collection.IsDictionary,
        ScalarModel scalar => scalar.IsWholeInput,
        ObjectModel or ConverterModel => true,
        _ => false,
    };

    private static MemberModel Member(IParameterSymbol parameter, LimitsModel? limits, JsonScope scope)
    {
        var @default = DefaultValues.Of(parameter, scope);
        var use = scope.Use(parameter.Type);
        return new()
        {
            Name = parameter.Name,
            JsonName = scope.JsonName(parameter.Name),
            Type = use,
            DeclaringType = "",
            Getter = GetterKind.Direct,
            Setter = SetterKind.Assignment,
            IsConstructorParameter = false,
            IsRequired = @default is null && !use.IsNullable,
            Default = @default,
            Limits = limits,
            Documentation = DocumentationReader.OfParameter(parameter, scope.Known, scope.CancellationToken),
        };
    }
}

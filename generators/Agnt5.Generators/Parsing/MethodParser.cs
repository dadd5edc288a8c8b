using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>Reads how a component's method is called and its class constructed.</summary>
internal static class MethodParser
{
    public static MethodModel Parse(IMethodSymbol method, bool isAwaited, InputModel? input, KnownSymbols known) => new()
    {
        ContainingType = TypeNames.CSharp(method.ContainingType),
        Name = GeneratedNames.Escape(method.Name),
        Instance = method.IsStatic ? null : InstanceOf(method.ContainingType, known),
        Arguments = method.Parameters.Select(parameter => ArgumentOf(parameter, input, known)).ToEquatableArray(),
        IsAwaited = isAwaited,
    };

    private static InstanceModel InstanceOf(INamedTypeSymbol type, KnownSymbols known)
    {
        var constructor = ConstructionRule.FindConstructor(type)!;
        var isDisposable = type.AllInterfaces.Any(implemented =>
            implemented.SpecialType == SpecialType.System_IDisposable || SymbolEqualityComparer.Default.Equals(implemented, known.AsyncDisposable));
        return new(constructor.Parameters.Select(parameter => ServiceOf(parameter, known)).ToEquatableArray(), isDisposable);
    }

    private static ArgumentModel ArgumentOf(IParameterSymbol parameter, InputModel? input, KnownSymbols known) => ParameterRoles.Of(parameter, known) switch
    {
        ParameterRole.Context => Argument(parameter, ArgumentSource.Context),
        ParameterRole.CancellationToken => Argument(parameter, ArgumentSource.CancellationToken),
        ParameterRole.Message => Argument(parameter, ArgumentSource.Message),
        ParameterRole.Delivery => Argument(parameter, ArgumentSource.Delivery),
        ParameterRole.Input when TriggerParameter.IsEventOf(parameter.Type, known) => Argument(parameter, ArgumentSource.Event),
        ParameterRole.Input when TriggerParameter.IsDeliveryOf(parameter.Type, known) => Argument(parameter, ArgumentSource.DeliveryOfInput),
        ParameterRole.Input when input is { Generated: null } => Argument(parameter, ArgumentSource.WholeInput),
        ParameterRole.Input => Argument(parameter, ArgumentSource.InputMember, GeneratedNames.Escape(parameter.Name)),
        _ => ServiceOf(parameter, known),
    };

    private static ArgumentModel ServiceOf(IParameterSymbol parameter, KnownSymbols known)
    {
        if (KeyOf(parameter, known) is { } key)
            return Argument(parameter, ArgumentSource.KeyedService, key);
        if (!parameter.HasExplicitDefaultValue && parameter.Type.NullableAnnotation != NullableAnnotation.Annotated)
            return Argument(parameter, ArgumentSource.Service);

        // A service that is not registered comes back as null, which is also the parameter's default if that is null.
        var isNullByDefault = parameter is { HasExplicitDefaultValue: false } or { ExplicitDefaultValue: null } && !IsPlainValue(parameter.Type);
        return Argument(parameter, ArgumentSource.OptionalService, isNullByDefault ? "" : DefaultValues.Of(parameter, new JsonScope(known, known.Rules, CancellationToken.None))!.CSharp);
    }

    private static string? KeyOf(IParameterSymbol parameter, KnownSymbols known)
    {
        var mark = parameter.GetAttributes()
            .FirstOrDefault(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, known.FromKeyedServicesAttribute));
        return mark?.ConstructorArguments is [var key] ? Literals.Of(key) : null;
    }

    private static ArgumentModel Argument(IParameterSymbol parameter, ArgumentSource source, string expression = "") =>
        new() { Source = source, Type = ServiceType(parameter.Type, source), Expression = expression };

    // A value type that is not registered comes back as null only if the code asks for it as nullable.
    private static string ServiceType(ITypeSymbol type, ArgumentSource source) =>
        TypeNames.CSharp(type) + (source == ArgumentSource.OptionalService && IsPlainValue(type) ? "?" : "");

    private static bool IsPlainValue(ITypeSymbol type) => type.IsValueType && !TypeNames.IsNullableValue(type);
}

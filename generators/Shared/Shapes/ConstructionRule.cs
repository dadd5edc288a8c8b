using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT1008: the class of an instance component is constructed with <c>new</c> from its one public constructor, for each invocation.</summary>
internal static class ConstructionRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known)
    {
        // An agent without a body has to be static (AGT1009).
        if (method.IsStatic || !SignatureRule.IsSupported(method) || AgentBody.IsSupplied(method, known) || FindProblem(method.ContainingType, known) is not { } problem)
            return [];
        return [new(RuleIds.NotConstructible, method.Locations[0], ShapeText.Of(method), ShapeText.Of(method.ContainingType), problem)];
    }

    /// <summary>The constructor that generated code calls, when the class has one.</summary>
    public static IMethodSymbol? FindConstructor(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToArray();
        return constructors is [var single] ? single : null;
    }

    /// <summary>The reason why a class cannot be constructed, or <see langword="null"/>.</summary>
    public static string? FindProblem(INamedTypeSymbol type, KnownSymbols known)
    {
        if (type.TypeKind != TypeKind.Class)
            return $"is {Describe(type.TypeKind)}: move the method to a class, or make it static";
        if (type.IsAbstract)
            return "is abstract: move the method to a class that can be constructed, or make it static";
        if (FindConstructor(type) is not { } constructor)
            return type.InstanceConstructors.Any(candidate => candidate.DeclaredAccessibility == Accessibility.Public)
                ? "has several public constructors: keep one of them public, or make the method static"
                : "has no public constructor: add one, or make the method static";
        if (constructor.Parameters.FirstOrDefault(CannotBeService) is { } parameter)
            return $"has a constructor that takes '{ShapeText.Of(parameter)}': that cannot be a service, so take the class or interface that is registered";
        if (constructor.Parameters.FirstOrDefault(parameter => IsPlainValue(parameter, known)) is { } plain)
            return $"has a constructor that takes '{ShapeText.Of(plain)}': that is a value and no service, so take it as a parameter of the method, or take a registered class that holds it";
        if (constructor.Parameters.FirstOrDefault(parameter => IsOfRun(parameter, known)) is { } ofRun)
            return $"has a constructor that takes '{ShapeText.Of(ofRun)}': that comes with each call and is no service, so take it as a parameter of the method";
        return HasUnsetRequiredMembers(type, constructor, known)
            ? "has required members that its constructor does not set: take constructor parameters in their place, or set them in the constructor and mark it [SetsRequiredMembers]"
            : null;
    }

    /// <summary>Whether a constructor's parameter is something that only a component's method is given: its context, its token, the event that started it.</summary>
    public static bool IsOfRun(IParameterSymbol parameter, KnownSymbols known) =>
        ParameterRoles.IsContext(parameter.Type, known)
        || TriggerParameter.IsOfEvent(parameter.Type, known)
        || (SymbolEqualityComparer.Default.Equals(parameter.Type, known.CancellationToken) && !parameter.HasExplicitDefaultValue);

    private static string Describe(TypeKind kind) => kind == TypeKind.Interface ? "an interface" : "a struct";

    private static bool CannotBeService(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType || parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol;

    // With a default value it may be missing, and with a key a value may be registered.
    private static bool IsPlainValue(IParameterSymbol parameter, KnownSymbols known)
    {
        if (parameter.HasExplicitDefaultValue || ParameterRoles.KeyOf(parameter, known) is not null)
            return false;
        var type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : parameter.Type;
        return type.TypeKind == TypeKind.Enum
            || type.SpecialType is (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime
            || (type is { IsValueType: true, Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Guid" } && type.ContainingNamespace.ToDisplayString() == "System");
    }

    private static bool HasUnsetRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor, KnownSymbols known)
    {
        if (constructor.GetAttributes().Any(data => SymbolEqualityComparer.Default.Equals(data.AttributeClass, known.SetsRequiredMembersAttribute)))
            return false;
        for (var current = type; current is not null; current = current.BaseType)
            if (current.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        return false;
    }
}

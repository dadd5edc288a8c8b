using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// Recognizes the parameter that its author meant as a service and that nothing marks: without <c>[FromServices]</c> it would come from the input. A type that JSON
/// can hold is data, whatever its name is.
/// </summary>
internal static class UnmarkedService
{
    // Classes that are built from each other would never end.
    private const int MostSteps = 4;

    /// <summary>What a parameter without an attribute of its own probably is, or <see langword="null"/> when it is data.</summary>
    public static ServiceLikeness? Find(IParameterSymbol parameter, KnownSymbols known) =>
        parameter is { RefKind: RefKind.None, Type: INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } type }
            && Likeness(type, known, MostSteps) is not ServiceLikeness.None and var found
            && !ParameterRoles.IsMarkedInput(parameter, known)
                ? found
                : null;

    private static ServiceLikeness Likeness(INamedTypeSymbol type, KnownSymbols known, int steps)
    {
        // All services of a type come as an IEnumerable.
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            return type.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } item ? Likeness(item, known, steps) : ServiceLikeness.None;
        if (type.SpecialType != SpecialType.None || type.IsRecord || steps == 0)
            return ServiceLikeness.None;
        if (known.ServiceLikenesses.TryGetValue((type, steps), out var likeness))
            return likeness;
        return known.ServiceLikenesses[(type, steps)] = Read(type, known, steps);
    }

    private static ServiceLikeness Read(INamedTypeSymbol type, KnownSymbols known, int steps)
    {
        var named = ServiceTypes.Find(type);
        if (named != ServiceLikeness.None)
            return ServiceTypes.IsListed(type) || !CanComeFromJson(type, known) ? named : ServiceLikeness.None;
        if (FrameworkCollections.IsOfFramework(type))
            return ServiceLikeness.None;
        if (type.TypeKind == TypeKind.Interface || (type.IsAbstract && HasMethodsToImplement(type)))
            return IsRefused(type, known) ? ServiceLikeness.Abstract : ServiceLikeness.None;
        if (!known.IsOfProject(type))
            return IsRefused(type, known) ? ServiceLikeness.Foreign : ServiceLikeness.None;
        return IsBuiltFromServices(type, known, steps) && !CanComeFromJson(type, known) ? ServiceLikeness.Service : ServiceLikeness.None;
    }

    private static bool IsBuiltFromServices(INamedTypeSymbol type, KnownSymbols known, int steps)
    {
        var constructors = type.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public).ToArray();
        return constructors.Length > 0 && constructors.All(constructor => constructor.Parameters.Any(parameter =>
            parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } taken
            && !SymbolEqualityComparer.Default.Equals(taken, type)
            && Likeness(taken, known, steps - 1) is ServiceLikeness.Service or ServiceLikeness.Abstract));
    }

    private static bool HasMethodsToImplement(INamedTypeSymbol type) =>
        type.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false } and ({ IsAbstract: true } or { IsVirtual: true }));

        /// <summary>Whether the type itself is refused, whatever its members are.</summary>
    private static bool IsRefused(INamedTypeSymbol type, KnownSymbols known) =>
        known.TypeNodes.Get(TypeNames.WithoutOwnNullability(type), new JsonScope(known, known.Rules, CancellationToken.None)) is { IsIncomplete: false } node
        && node.Problems.Any(static problem => problem is { IsWarning: false, Path: "", RuleId: RuleIds.NotReadable or RuleIds.UnsupportedType } && problem.AppliesTo(JsonUse.Read));

    private static bool CanComeFromJson(INamedTypeSymbol type, KnownSymbols known) =>
        WireTypes.Explore(type, "", JsonUse.Read, known, CancellationToken.None) is { IsSound: true } or { IsIncomplete: true };
}

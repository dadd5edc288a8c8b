using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT2008: finds values of type object, in a type as it is written at a member, a parameter or a result.</summary>
internal static class Untyped
{
    private const string Remedy = "as a JsonElement: declare the type, or use JsonElement";

    /// <summary>The problem of a type, or <see langword="null"/> when it holds no such values itself. Those of its members are theirs.</summary>
    public static NodeProblem? Find(ITypeSymbol type, string path, KnownSymbols known)
    {
        if (Is(type))
            return new(RuleIds.UntypedObject, path, $"has no schema, and comes back from JSON {Remedy}") { OfType = TypeNames.Shown(type) };
        return Holds(type, known) ? new(RuleIds.UntypedObject, path, $"holds values of type 'object', which have no schema, and each comes back from JSON {Remedy}") : null;
    }

    private static bool Is(ITypeSymbol type) => type is IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object };

    private static bool Holds(ITypeSymbol type, KnownSymbols known) => type switch
    {
        IArrayTypeSymbol array => Is(array.ElementType) || Holds(array.ElementType, known),
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } named =>
            arguments.Any(argument => Is(argument) || Holds(argument, known)) && !IsRefused(named, known),
        _ => false,
    };

    // Another rule says what is wrong with these: keys that JSON cannot hold, and types of the framework that are no data.
    private static bool IsRefused(INamedTypeSymbol type, KnownSymbols known) =>
        (type.TypeArguments is [var key, _] && Is(key) && CollectionTypes.IsCollection(type, known))
        || type.TypeKind == TypeKind.Delegate
        || (UnsupportedTypes.Find(type, known) is not null);
}

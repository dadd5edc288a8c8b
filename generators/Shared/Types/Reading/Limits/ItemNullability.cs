using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>
/// The items of a collection that must not be <see langword="null"/>. System.Text.Json accepts null, because a type argument's nullability is not part of the
/// type at run time.
/// </summary>
internal static class ItemNullability
{
    // One bit for each level.
    private const int MaxLevels = 31;

    public static int Of(ITypeSymbol type)
    {
        var levels = 0;
        var current = type;
        for (var level = 0; level < MaxLevels && ScalarTypes.Find(TypeNames.CSharp(current)) is null && ItemOf(current, out _) is { } item; level++)
        {
            if (item.IsReferenceType && !TypeNames.IsNullable(item))
                levels |= 1 << level;
            current = item;
        }

        return levels;
    }

    /// <summary>The type of a collection's items or a dictionary's values, or <see langword="null"/> for any other type.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type, out bool isDictionary)
    {
        isDictionary = false;
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is not INamedTypeSymbol named || type.SpecialType == SpecialType.System_String)
            return null;

        ITypeSymbol? item = null;
        foreach (var candidate in named.AllInterfaces.Insert(0, named))
        {
            if (IsDictionary(candidate))
            {
                isDictionary = true;
                return candidate.TypeArguments[1];
            }

            if (candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                item ??= candidate.TypeArguments[0];
        }

        return item;
    }

    private static bool IsDictionary(INamedTypeSymbol type) =>
        type is { MetadataName: "IDictionary`2" or "IReadOnlyDictionary`2",
            ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };
}

using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>Knows which values each culture writes in its own way.</summary>
internal static class CultureText
{
    // Records rarely hold records of records.
    private const int Depth = 6;

    private static readonly string[] Vectors = ["Complex", "Matrix3x2", "Matrix4x4", "Plane", "Quaternion", "Vector2", "Vector3", "Vector4"];

    /// <summary>The type of the value in a text that depends on the culture: the type itself, or that of a member that its text holds. <see langword="null"/> when none does.</summary>
    public static ITypeSymbol? FindPrinted(ITypeSymbol type, string? format, Culture culture) => FindPrinted(type, format, culture, Depth);

    /// <summary>Whether a type is a date or time.</summary>
    public static bool IsTime(ITypeSymbol type) =>
        type is { Name: "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The type of a sequence's items, or <see langword="null"/>.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Name: "IEnumerable", TypeArguments: [var item] } => item,
        _ => type?.AllInterfaces.FirstOrDefault(static contract => contract is { Name: "IEnumerable", TypeArguments.Length: 1 })?.TypeArguments[0],
    };

    private static ITypeSymbol? FindPrinted(ITypeSymbol type, string? format, Culture culture, int depth)
    {
        if (depth == 0)
            return null;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            return FindPrinted(inner, format, culture, depth);
        if (DependsOnCulture(type, format))
            return culture == Culture.OfProcess ? type : null;
        // A type that prints its members does so in the culture of the process, whatever the text around it asks for.
        foreach (var member in PrintedTypes(type))
            if (FindPrinted(member, format: null, Culture.OfProcess, depth - 1) is { } printed)
                return printed;
        return null;
    }

    private static bool DependsOnCulture(ITypeSymbol type, string? format) => type switch
    {
        { SpecialType: SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single } => true,
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 } => TextFormat.IsOfCulture(format),
        { Name: "Half" } => SymbolText.Is(type, "System", "Half"),
        { Name: "Int128" or "UInt128" } => SymbolText.Is(type, "System", type.Name) && TextFormat.IsOfCulture(format),
        { Name: "TimeSpan" } => SymbolText.Is(type, "System", "TimeSpan") && format is "g" or "G",
        { Name: "BigInteger" } => SymbolText.Is(type, "System.Numerics", "BigInteger") && TextFormat.IsOfCulture(format),
        _ when IsTime(type) => format is not ("o" or "O" or "r" or "R" or "s" or "u"),
        _ => Vectors.Contains(type.Name) && SymbolText.Is(type, "System.Numerics", type.Name),
    };

    private static IEnumerable<ITypeSymbol> PrintedTypes(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
            return [];
        if (named.IsTupleType)
            return named.TupleElements.Select(static element => element.Type);
        if (named is { Name: "KeyValuePair" or "Tuple", TypeArguments.Length: > 0 } && named.ContainingNamespace?.ToDisplayString() is "System" or "System.Collections.Generic")
            return named.TypeArguments;
        if (!named.IsAnonymousType && (!named.IsRecord || PrintsOtherwise(named)))
            return [];
        return MembersOf(named);
    }

    private static IEnumerable<ITypeSymbol> MembersOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null && (current.IsRecord || current.IsAnonymousType); current = current.BaseType)
            foreach (var member in current.GetMembers())
                if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod: not null } property)
                    yield return property.Type;
                else if (member is IFieldSymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false } field)
                    yield return field.Type;
    }

    private static bool PrintsOtherwise(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { IsRecord: true }; current = current.BaseType)
            if (current.GetMembers("ToString").Concat(current.GetMembers("PrintMembers")).Any(static member => !member.IsImplicitlyDeclared && member.Locations.Any(static place => place.IsInSource)))
                return true;
        return false;
    }
}

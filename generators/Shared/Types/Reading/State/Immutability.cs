using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Decides whether callers who get a value can change what is in it.</summary>
internal static class Immutability
{
    private const int MaxDepth = 4;

    /// <summary>Whether the type is one of .NET whose objects never change.</summary>
    public static bool IsUnchangeable(ITypeSymbol type) => type.IsValueType
        || type.SpecialType == SpecialType.System_String
        || type is { Name: "Uri" or "Version", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || type.ContainingNamespace?.ToDisplayString() is "System.Collections.Immutable" or "System.Collections.Frozen" or "System.Text.RegularExpressions";

    /// <summary>Whether a value that a constructor makes stays as it is: an array counts, because few change what they are given in one.</summary>
    public static bool Stays(ITypeSymbol type) => Stays(type, 0);

    private static bool Stays(ITypeSymbol type, int depth) => type switch
    {
        _ when depth > MaxDepth => false,
        IArrayTypeSymbol array => Stays(array.ElementType, depth + 1),
        _ when type.IsValueType || type.SpecialType == SpecialType.System_String => true,
        INamedTypeSymbol named when IsUnchangeable(named) || IsReadOnlyInterface(named) => named.TypeArguments.All(argument => Stays(argument, depth + 1)),
        INamedTypeSymbol { TypeKind: TypeKind.Class } named when !named.DeclaringSyntaxReferences.IsEmpty => JsonMembers.BaseTypes(named)
            .SelectMany(static level => level.GetMembers().OfType<IFieldSymbol>())
            .All(field => field.IsStatic || (field.IsReadOnly && Stays(field.Type, depth + 1))),
        _ => false,
    };

    private static bool IsReadOnlyInterface(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "IReadOnlyDictionary" or "IReadOnlySet", ContainingNamespace.Name: "Generic" };
}

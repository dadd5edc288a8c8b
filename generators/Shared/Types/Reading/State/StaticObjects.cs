using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Judges what code does with the object in a static member that is set once.</summary>
internal static class StaticObjects
{
    /// <summary>Whether code calls the object or reads of it, and does not only hand it on.</summary>
    public static bool IsUsed(ExpressionSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax or ForEachStatementSyntax => true,
        _ => false,
    };

    /// <summary>Whether the object says the same each time: it cannot change, or is of a type of .NET for such data and no code changes it.</summary>
    public static bool IsUnchanging(ISymbol member, ITypeSymbol type, TypeSource source)
    {
        if (type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String)
            return true;
        var isData = type is IArrayTypeSymbol || (type is INamedTypeSymbol named && FrameworkCollections.IsOfFramework(named) && IsData(named));
        return isData && (Immutability.IsUnchangeable(type) || (member.DeclaredAccessibility == Accessibility.Private && !IsWritten(member, source)));
    }

    private static bool IsWritten(ISymbol member, TypeSource source) => new StateWrites(source.Pieces.Where(static piece => piece.Role != CodeRole.Initializer)).Of(member).Any();

    private static bool IsData(INamedTypeSymbol type) => type.IsValueType
        || type.Name is "Uri" or "Version" or "StringComparer"
        || type.ContainingNamespace.ToDisplayString() is "System.Buffers" or "System.Collections.Generic" or "System.Collections.Frozen" or "System.Collections.Immutable" or "System.Globalization"
            or "System.Text" or "System.Text.RegularExpressions";
}

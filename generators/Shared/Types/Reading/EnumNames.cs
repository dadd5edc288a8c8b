using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Names the values of enums.</summary>
internal static class EnumNames
{
    /// <summary>The members of an enum in declaration order.</summary>
    public static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.IsConst);

    /// <summary>The member of a value, or <see langword="null"/> when the enum declares none.</summary>
    public static string? Find(ITypeSymbol type, object? value) => FindMember(type, value)?.Name;

    /// <summary>The member of a value as JSON names it, or <see langword="null"/> when the enum declares none.</summary>
    public static string? FindJsonName(ITypeSymbol type, object? value, KnownSymbols known) =>
        FindMember(type, value) is { } member ? JsonName(member, known) : null;

    /// <summary>All names of a value in JSON: several members may have one value.</summary>
    public static IEnumerable<string> AllJsonNames(ITypeSymbol type, object? value, KnownSymbols known) =>
        Members(type).Where(field => Equals(field.ConstantValue, value)).Select(field => JsonName(field, known));

    public static string JsonName(IFieldSymbol member, KnownSymbols known) => JsonAttributes.EnumNameOf(member, known) ?? member.Name;

    private static IFieldSymbol? FindMember(ITypeSymbol type, object? value) => Members(type).FirstOrDefault(field => Equals(field.ConstantValue, value));
}

using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Names the values of enums.</summary>
internal static class EnumNames
{
    /// <summary>The members of an enum in declaration order.</summary>
    public static IEnumerable<IFieldSymbol> Members(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.IsConst);

    /// <summary>Whether a value may be several members at once.</summary>
    public static bool IsFlags(ITypeSymbol type) =>
        type.GetAttributes().Any(static data => data.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" });

    /// <summary>The value of a member as a number.</summary>
    public static string Number(IFieldSymbol member) => Convert.ToString(member.ConstantValue, CultureInfo.InvariantCulture);

    /// <summary>The member of a value, or <see langword="null"/> when the enum declares none.</summary>
    public static string? Find(ITypeSymbol type, object? value) => FindMember(type, value)?.Name;

    /// <summary>The member of a value as JSON names it, or <see langword="null"/> when the enum declares none.</summary>
    public static string? FindJsonName(ITypeSymbol type, object? value, KnownSymbols known) =>
        FindMember(type, value) is { } member ? JsonName(member, known) : null;

    /// <summary>All names of a value in JSON: several members may have one value.</summary>
    public static IEnumerable<string> AllJsonNames(ITypeSymbol type, object? value, KnownSymbols known) =>
        Members(type).Where(field => Equals(field.ConstantValue, value)).Select(field => JsonName(field, known));

    /// <summary>
    /// The text of a value of flags, as the run time writes it: the names of the flags that are set, or an empty text for none; <see langword="null"/> when a flag has no name.
    /// </summary>
    public static string? FlagsText(ITypeSymbol type, object value, KnownSymbols known)
    {
        if (FindJsonName(type, value, known) is { } single)
            return single;
        var bits = Bits(value);
        var unnamed = bits;
        var members = Members(type).ToArray();
        var chosen = new HashSet<IFieldSymbol>(SymbolEqualityComparer.Default);
        // The largest first, so that a name for several flags stands for all of them.
        foreach (var member in members.OrderByDescending(static member => Count(Bits(member.ConstantValue!))))
        {
            var flags = Bits(member.ConstantValue!);
            if ((bits & flags) != flags || (unnamed & flags) == 0)
                continue;
            chosen.Add(member);
            unnamed &= ~flags;
        }

        return unnamed == 0 ? string.Join(", ", members.Where(chosen.Contains).Select(member => JsonName(member, known))) : null;
    }

    public static string JsonName(IFieldSymbol member, KnownSymbols known) => JsonAttributes.EnumNameOf(member, known) ?? member.Name;

    private static IFieldSymbol? FindMember(ITypeSymbol type, object? value) => Members(type).FirstOrDefault(field => Equals(field.ConstantValue, value));

    private static ulong Bits(object value) => value is ulong bits ? bits : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    private static int Count(ulong bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1)
            count++;
        return count;
    }
}

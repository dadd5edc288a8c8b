using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Names the values of enums.</summary>
internal static class EnumNames
{
    /// <summary>The member of a value, or <see langword="null"/> when the enum declares none.</summary>
    public static string? Find(ITypeSymbol type, object? value) =>
        All(type, value).FirstOrDefault();

    /// <summary>All members of a value: a value may have several names.</summary>
    public static IEnumerable<string> All(ITypeSymbol type, object? value) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst && Equals(field.ConstantValue, value)).Select(static field => field.Name);
}

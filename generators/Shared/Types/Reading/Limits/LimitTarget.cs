using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The target of a limit.</summary>
/// <param name="Kind">The kind of limits that fit the type.</param>
/// <param name="Type">The type, without its nullability.</param>
internal sealed record LimitTarget(LimitKind Kind, ITypeSymbol Type)
{
    public string CSharpName => TypeNames.CSharp(Type);

    public static LimitTarget Of(ITypeSymbol type, KnownSymbols known)
    {
        var plain = TypeNames.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : TypeNames.WithoutOwnNullability(type);
        return plain.TypeKind == TypeKind.Enum || JsonAttributes.ConverterOf(plain, known) is null ? new(KindOf(plain), plain) : Opaque(plain);
    }

    /// <summary>A type with a converter, whose JSON has an unknown form.</summary>
    public static LimitTarget Opaque(ITypeSymbol type) => new(LimitKind.Other, type);

    private static LimitKind KindOf(ITypeSymbol type) => TypeNames.CSharp(type) switch
    {
        "string" => LimitKind.Text,
        "bool" => LimitKind.Boolean,
        "char" => LimitKind.Character,
        "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong"
            or "global::System.Int128" or "global::System.UInt128" or "global::System.Numerics.BigInteger" => LimitKind.Integer,
        "float" or "double" or "decimal" or "global::System.Half" => LimitKind.Number,
        "global::System.DateTime" or "global::System.DateTimeOffset" or "global::System.DateOnly"
            or "global::System.TimeOnly" or "global::System.TimeSpan" => LimitKind.Time,
        "global::System.Uri" => LimitKind.Uri,
        "byte[]" or "global::System.Memory<byte>" or "global::System.ReadOnlyMemory<byte>" => LimitKind.Bytes,
        _ when type.TypeKind == TypeKind.Enum => LimitKind.Enum,
        var name when ScalarTypes.Find(name) is not null => LimitKind.Other,
        _ => ItemNullability.ItemOf(type, out var isDictionary) is null ? LimitKind.Other : isDictionary ? LimitKind.Entries : LimitKind.Items,
    };
}

internal enum LimitKind
{
    Other,
    Text,
    Boolean,
    Character,
    Integer,
    Number,
    Time,
    Uri,
    Bytes,
    Enum,
    Items,
    Entries,
}

namespace Agnt5.Shared;

/// <summary>One property or field of an object.</summary>
internal sealed record MemberModel
{
    /// <summary>The name in C#, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in JSON.</summary>
    public required string JsonName { get; init; }

    public required TypeUse Type { get; init; }

    /// <summary>The type that declares the member, as generated code writes it.</summary>
    public required string DeclaringType { get; init; }

    public required GetterKind Getter { get; init; }

    public required SetterKind Setter { get; init; }

    /// <summary>Whether a constructor parameter carries the member's value.</summary>
    public required bool IsConstructorParameter { get; init; }

    /// <summary>Whether a document without the member is refused.</summary>
    public required bool IsRequired { get; init; }

    public bool IsField { get; init; }

    /// <summary>The declaring type and the member's type in its terms, where an accessor is needed.</summary>
    public AccessorTarget? Target { get; init; }

    /// <summary>The C# default of the constructor or method parameter that carries the member.</summary>
    public DefaultValue? Default { get; init; }

    /// <summary>The limits of input, in addition to the type.</summary>
    public LimitsModel? Limits { get; init; }

    /// <summary>The condition under which the member is not written.</summary>
    public IgnoreCondition Ignore { get; init; }

    /// <summary>The member's own converter as an expression.</summary>
    public string? Converter { get; init; }

    /// <summary>How the member's numbers are read and written: the value of a <c>JsonNumberHandling</c> that was declared.</summary>
    public int? NumberHandling { get; init; }

    /// <summary>The place among the members that was declared.</summary>
    public int Order { get; init; }

    /// <summary>Whether the member holds the extension data.</summary>
    public bool IsExtensionData { get; init; }

    /// <summary>Whether the member's existing value is filled rather than replaced, if that was declared.</summary>
    public bool IsPopulated { get; init; }

    /// <summary>Whether the type's equality compares the member's value, as the compiler wrote it.</summary>
    public bool IsCompared { get; init; }

    public required Documentation Documentation { get; init; }

    /// <summary>Whether the member is read.</summary>
    public bool IsRead => IsConstructorParameter || Setter != SetterKind.None || IsPopulated;

    /// <summary>Whether the member is written.</summary>
    public bool IsWritten => Getter != GetterKind.None;

    /// <summary>Whether the value may be an immutable array that was never set, which cannot be enumerated.</summary>
    public bool MayBeUnset => !Type.IsNullable && Type.CSharpName.StartsWith("global::System.Collections.Immutable.ImmutableArray<", StringComparison.Ordinal);

    /// <summary>Whether a document that crosses the wire that way has the member by name.</summary>
    public bool IsIn(JsonUse use) => !IsExtensionData && (use == JsonUse.Read ? IsRead : IsWritten);
}

/// <summary>How generated code reads a member's value.</summary>
internal enum GetterKind
{
    /// <summary>It cannot.</summary>
    None,

    /// <summary>By name.</summary>
    Direct,

    /// <summary>With an unsafe accessor, because the compiler allows it only to the type itself.</summary>
    Accessor,
}

/// <summary>How generated code sets a member after construction.</summary>
internal enum SetterKind
{
    /// <summary>It cannot, or need not because the constructor does.</summary>
    None,

    /// <summary>By assignment.</summary>
    Assignment,

    /// <summary>With an unsafe accessor, because the compiler allows init accessors only in object initializers, and private ones only to the type. The member's initializer stays in force.</summary>
    Accessor,

    /// <summary>By filling the collection that the member holds.</summary>
    Fill,
}

/// <summary>The conditions under which a member is not written.</summary>
internal enum IgnoreCondition
{
    Never,
    WhenWritingDefault,
    WhenWritingNull,
}

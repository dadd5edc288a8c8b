namespace Agnt5.Shared;

/// <summary>One property of an object.</summary>
internal sealed record MemberModel
{
    /// <summary>The name in C#, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in JSON.</summary>
    public required string JsonName { get; init; }

    public required TypeUse Type { get; init; }

    /// <summary>The type that declares the member, as generated code writes it.</summary>
    public required string DeclaringType { get; init; }

    /// <summary>Whether the member is written.</summary>
    public required bool HasGetter { get; init; }

    public required SetterKind Setter { get; init; }

    /// <summary>Whether a constructor parameter carries the member's value.</summary>
    public required bool IsConstructorParameter { get; init; }

    /// <summary>Whether a document without the member is refused.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The declaring type and the member's type in its terms, for <see cref="SetterKind.Accessor"/>.</summary>
    public AccessorTarget? Target { get; init; }

    /// <summary>The C# default of the constructor or method parameter that carries the member.</summary>
    public DefaultValue? Default { get; init; }

    /// <summary>What input is held to, beyond the type.</summary>
    public LimitsModel? Limits { get; init; }

    public required Documentation Documentation { get; init; }

    /// <summary>Whether the member is read.</summary>
    public bool IsRead => IsConstructorParameter || Setter != SetterKind.None;
}

/// <summary>How generated code sets a member after construction.</summary>
internal enum SetterKind
{
    /// <summary>It cannot, or need not since the constructor does.</summary>
    None,

    /// <summary>By assignment.</summary>
    Assignment,

    /// <summary>By calling the init accessor, past the compiler, which allows it in object initializers alone. The member's own initializer stays in force.</summary>
    Accessor,
}

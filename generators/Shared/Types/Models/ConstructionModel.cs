namespace Agnt5.Shared;

/// <summary>How generated code constructs an object.</summary>
internal sealed record ConstructionModel
{
    public required ConstructionKind Kind { get; init; }

    /// <summary>The constructor's parameters in order.</summary>
    public required EquatableArray<ConstructorParameterModel> Parameters { get; init; }

    /// <summary>The generic type that the constructor is declared in, for <see cref="ConstructionKind.Accessor"/>.</summary>
    public AccessorTarget? Target { get; init; }
}

internal enum ConstructionKind
{
    /// <summary><c>new T(…)</c></summary>
    New,

    /// <summary><c>default(T)</c>: a struct without an explicit constructor.</summary>
    Default,

    /// <summary>The constructor through an accessor, because the compiler would demand that the call sets the required members: they are set as they are read.</summary>
    Accessor,
}

/// <summary>One parameter of the constructor that reads an object.</summary>
internal sealed record ConstructorParameterModel
{
    public required TypeUse Type { get; init; }

    /// <summary>The parameter's type in terms of the type parameters of the declaring type.</summary>
    public required string DefinitionType { get; init; }

    /// <summary>The member that carries the parameter's value in JSON, or <see langword="null"/> when an ignored one does: then the default is passed.</summary>
    public required string? MemberName { get; init; }

    public required DefaultValue? Default { get; init; }
}

using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The method that starts runs of a component, for callers of <c>Agnt5Client</c> and for tests.</summary>
internal sealed record StubModel
{
    public required ComponentKind Kind { get; init; }

    /// <summary>The component's name on the wire.</summary>
    public required string Wire { get; init; }

    /// <summary>The name that the component's method suggests, without <c>Async</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the class around the component's method.</summary>
    public required string ClassName { get; init; }

    /// <summary>The component's <see cref="ComponentModel.Identifier"/>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Whether code of other assemblies can name all types in the stub's signature.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Whether the signature names a type that is obsolete as an error, which only obsolete code may.</summary>
    public required bool IsObsolete { get; init; }

    public required StubInput Input { get; init; }

    public required EquatableArray<StubParameter> Parameters { get; init; }

    /// <summary>The output, or <see langword="null"/> where there is none, or none that can be read.</summary>
    public required StubType? Output { get; init; }

    /// <summary>The items of a component that streams, where they can be read.</summary>
    public required StubType? Item { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>What the parameters of a stub are to the input.</summary>
internal enum StubInput
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>One is the input.</summary>
    Whole,

    /// <summary>One is the input as JSON, because its type can only be read.</summary>
    Json,

    /// <summary>They are members of the generated input class.</summary>
    Members,

    /// <summary>One is the message to an agent.</summary>
    Message,
}

/// <summary>One parameter of a stub.</summary>
/// <param name="Name">The parameter's name in C#, without <c>@</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">Its default as an expression, or <see langword="null"/> when it must be given.</param>
/// <param name="IsRest">Whether it is the rest of the arguments of the component's method: then it may be left out, and the input has none.</param>
internal sealed record StubParameter(string Name, StubType Type, string? Default, bool IsRest, Documentation Documentation);

/// <summary>A type in the signature of a stub.</summary>
/// <param name="Shown">The type as callers see it, with its nullability and the names of tuple elements.</param>
/// <param name="CSharpName">The type as the JSON metadata knows it.</param>
internal sealed record StubType(string Shown, string CSharpName);

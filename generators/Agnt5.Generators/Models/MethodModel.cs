using Agnt5.Shared;

namespace Agnt5.Generators.Models;

/// <summary>The call of a component's method.</summary>
internal sealed record MethodModel
{
    /// <summary>The type that declares the method, as generated code writes it.</summary>
    public required string ContainingType { get; init; }

    /// <summary>The method's name, escaped where it is a keyword.</summary>
    public required string Name { get; init; }

    /// <summary>How the class is constructed, or <see langword="null"/> for a static method.</summary>
    public required InstanceModel? Instance { get; init; }

    public required EquatableArray<ArgumentModel> Arguments { get; init; }

    /// <summary>Whether the method returns a task.</summary>
    public required bool IsAwaited { get; init; }
}

/// <summary>The construction of a component's class.</summary>
/// <param name="Arguments">The constructor's arguments.</param>
/// <param name="IsDisposable">Whether the run time must dispose the instance.</param>
internal sealed record InstanceModel(EquatableArray<ArgumentModel> Arguments, bool IsDisposable);

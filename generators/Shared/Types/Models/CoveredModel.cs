namespace Agnt5.Shared;

/// <summary>A type that a <c>JsonSerializerContext</c> of the project reads and writes.</summary>
internal sealed record CoveredModel : TypeModel
{
    /// <summary>The context's class as generated code writes it.</summary>
    public required string Context { get; init; }

    /// <summary>The type under the context's rules, which its schema is written from.</summary>
    public required TypeUse Body { get; init; }
}

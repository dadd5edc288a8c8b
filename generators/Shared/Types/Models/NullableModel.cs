namespace Agnt5.Shared;

/// <summary>A value type that may be <see langword="null"/>.</summary>
internal sealed record NullableModel : TypeModel
{
    public required TypeUse Underlying { get; init; }
}

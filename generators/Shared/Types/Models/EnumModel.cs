namespace Agnt5.Shared;

/// <summary>An enum: in JSON the name of its member.</summary>
internal sealed record EnumModel : TypeModel
{
    /// <summary>The members' names in declaration order.</summary>
    public required EquatableArray<string> Names { get; init; }

    /// <summary>Whether a value may name several members, separated by commas.</summary>
    public required bool IsFlags { get; init; }

    public required Documentation Documentation { get; init; }
}

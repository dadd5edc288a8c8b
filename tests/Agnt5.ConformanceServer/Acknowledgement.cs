namespace Agnt5.ConformanceServer;

/// <summary>What a component answers that has nothing to say.</summary>
public sealed record Acknowledgement
{
    public bool Ok { get; init; }
}

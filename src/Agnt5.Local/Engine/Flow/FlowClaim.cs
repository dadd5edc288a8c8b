namespace Agnt5.Local.Engine.Flow;

/// <summary>A run's need to get past a key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Limit">How many may pass, or be there at once.</param>
/// <param name="WindowMs">Within which time, in ms, for kinds that count a time.</param>
internal sealed record FlowClaim(FlowKey Key, int Limit, long WindowMs);

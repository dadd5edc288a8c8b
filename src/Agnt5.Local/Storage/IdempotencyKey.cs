namespace Agnt5.Local.Storage;

/// <summary>A key that stands for one admission.</summary>
/// <param name="Scope">Where it counts: an environment with its component, and whether the key came as a header or from a policy.</param>
/// <param name="Value">The key.</param>
internal readonly record struct IdempotencyKey(string Scope, string Value);

namespace Agnt5.Local.Engine.Flow;

/// <summary>A key that runs share, such as all runs of one account that run at most twice at once.</summary>
/// <param name="Kind">What the key controls.</param>
/// <param name="Scope">Where the key counts, for example <c>component:workflow:approve_order</c> or <c>project</c>.</param>
/// <param name="Value">The key's value as JSON text. <c>null</c> where the expression finds nothing, and <c>""</c> where the policy has no key.</param>
internal readonly record struct FlowKey(FlowKind Kind, string Scope, string Value);

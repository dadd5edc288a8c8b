using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A read or write of state that lives as long as the invocation: a key of <c>ctx.Get</c> and <c>ctx.Set</c>, or a field of the component's class.</summary>
/// <param name="Name">The identity of the state: a key in quotes, or a field's name with its class.</param>
/// <param name="IsWrite">Whether the code writes it.</param>
/// <param name="Location">Where.</param>
internal readonly record struct StateAccess(string Name, bool IsWrite, Location Location);

using System.ComponentModel;

namespace Agnt5.Generated;

/// <summary>A service without which a component cannot be called. Generated code is its only user.</summary>
/// <param name="Type">The service's type.</param>
/// <param name="Key">The service's key, or <see langword="null"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RequiredService(Type Type, object? Key = null);

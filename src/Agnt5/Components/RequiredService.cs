namespace Agnt5.Generated;

/// <summary>A service that a component needs.</summary>
/// <param name="Type">The service's type.</param>
/// <param name="Key">The service's key, or <see langword="null"/>.</param>
public readonly record struct RequiredService(Type Type, object? Key = null);

namespace Agnt5;

/// <summary>An event that a tool emits while it runs outside of AGNT5.</summary>
/// <param name="Type">The event's type, trimmed.</param>
/// <param name="Data">The event's data as UTF-8 JSON.</param>
public sealed record ToolEvent(string Type, ReadOnlyMemory<byte> Data);

namespace Agnt5;

/// <summary>Some of the events that AGNT5 received.</summary>
/// <param name="Items">The events.</param>
/// <param name="Cursor">Where the next page begins, or <see langword="null"/> at the end.</param>
public sealed record ReceivedEventPage(IReadOnlyList<ReceivedEvent> Items, string? Cursor);

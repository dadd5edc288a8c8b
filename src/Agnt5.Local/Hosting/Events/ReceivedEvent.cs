namespace Agnt5.Local.Hosting.Events;

/// <summary>What came of an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="IsDuplicate">Whether it was received before. Then it started nothing now.</param>
internal sealed record ReceivedEvent(EventState Event, bool IsDuplicate);

using Microsoft.Extensions.Logging;

namespace Agnt5.Testing;

/// <summary>A line that a run's code logged.</summary>
/// <param name="At">When, by the clock of the test.</param>
/// <param name="Level">Its level.</param>
/// <param name="Category">Its category: <c>Agnt5.Components.{name}</c> for <c>ctx.Logger</c>.</param>
/// <param name="EventId">Its event.</param>
/// <param name="Message">The message.</param>
/// <param name="Exception">The exception, or <see langword="null"/>.</param>
public sealed record TestLog(DateTimeOffset At, LogLevel Level, string Category, EventId EventId, string Message, Exception? Exception);

using System.Text.Json.Serialization;

namespace Agnt5.ConformanceServer;

public sealed record Ticket([property: JsonPropertyName("ticket_id")] string TicketId, [property: JsonPropertyName("account_id")] string? AccountId = null);

public sealed record Triaged([property: JsonPropertyName("ticket_id")] string TicketId);

/// <summary>Every flow-control policy at once.</summary>
public static class Triage
{
    [Workflow("triage", Priority = 2, MaxConcurrency = 2)]
    [Retries(3, InitialIntervalMs = 500, MaxIntervalMs = 30_000, Backoff = BackoffKind.Exponential, Multiplier = 2)]
    [Concurrency(2, Scope = ConcurrencyScope.Component, KeyExpression = "input.account_id")]
    [Throttle(5, PeriodMs = 1000)]
    [RateLimit(10, PeriodMs = 1000)]
    [Debounce(2000, KeyExpression = "input.account_id")]
    [Priority(PriorityLevel.Normal)]
    [Singleton(KeyExpression = "input.account_id", Mode = SingletonMode.Queue)]
    [Idempotency(KeyExpression = "input.ticket_id", TtlMs = 60_000)]
    public static Triaged Run(Ticket ticket) => new(ticket.TicketId);
}

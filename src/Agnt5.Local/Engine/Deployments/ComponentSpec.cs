using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>A component of a manifest (protocol section 2), as far as the engine acts on it.</summary>
internal sealed record ComponentSpec
{
    /// <summary><c>workflow</c>, <c>function</c>, <c>tool</c> or <c>agent</c>.</summary>
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The route that the component owns: <c>{type}:{name}</c>.</summary>
    public string Route => $"{Type}:{Name}";

    public RetryPolicy? Retries { get; init; }

    /// <summary>The policies that have a key, <c>max_concurrency</c> among them.</summary>
    public IReadOnlyList<DeclaredPolicy> Policies { get; init; } = [];

    public DeclaredIdempotency? Idempotency { get; init; }

    /// <summary>Runs with a higher number go first.</summary>
    public int Priority { get; init; }

    /// <summary>The names of the events that start the component.</summary>
    public IReadOnlyList<DeclaredTrigger> Triggers { get; init; } = [];

    /// <summary>The schedule, five fields in UTC, or <see langword="null"/>.</summary>
    public string? Cron { get; init; }
}

/// <summary>A declared policy with a key (protocol section 9).</summary>
/// <param name="Kind">What it controls.</param>
/// <param name="Scope">Where its key counts, for example <c>component</c>, or <see langword="null"/> for the default.</param>
/// <param name="Key">A fixed key, or <see langword="null"/>.</param>
/// <param name="KeyExpression">Where the input has the key, for example <c>input.account_id</c>, or <see langword="null"/>.</param>
/// <param name="Limit">How many.</param>
/// <param name="WindowMs">Within which time, in ms. Zero for kinds that count no time.</param>
internal sealed record DeclaredPolicy(FlowKind Kind, string? Scope, string? Key, string? KeyExpression, int Limit, long WindowMs);

/// <summary>The declared idempotency: runs with one key are one run, for a time.</summary>
internal sealed record DeclaredIdempotency(string? Key, string? KeyExpression, long? TtlMs);

/// <summary>A declared trigger.</summary>
/// <param name="EventName">The event that starts the component.</param>
/// <param name="IsUnsupported">Whether it has a field that the gateway skips triggers for (protocol section 2).</param>
internal sealed record DeclaredTrigger(string EventName, bool IsUnsupported);

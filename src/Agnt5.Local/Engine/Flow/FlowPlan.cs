using Agnt5.Local.Engine.Deployments;
using Agnt5.Shared;

namespace Agnt5.Local.Engine.Flow;

/// <summary>What a run has to get past, decided from its component's declaration and its input when the run is accepted.</summary>
internal sealed record FlowPlan
{
    /// <summary>How long an idempotency key stands for its run where nothing else is declared, in ms: a day.</summary>
    public const long DefaultIdempotencyTtlMs = 24 * 60 * 60 * 1000;

    /// <summary>The keys, in the order in which the run asks for them (<see cref="FlowKind"/>).</summary>
    public required IReadOnlyList<FlowClaim> Claims { get; init; }

    /// <summary>Lines for the run's journal: one for each key expression that finds nothing in the input.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>
    /// The declared idempotency key as JSON text, or <see langword="null"/>. An expression that finds nothing gives none: else all runs without a key would be one run. So does a policy without a key,
    /// which says only how long the caller's own <c>Idempotency-Key</c> stands.
    /// </summary>
    public required string? IdempotencyKey { get; init; }

    /// <summary>How long the idempotency key stands for the run, in ms.</summary>
    public required long IdempotencyTtlMs { get; init; }

    /// <summary>Makes the plan of one run.</summary>
    /// <param name="component">The component, as its deployment declares it.</param>
    /// <param name="place">Where the run is accepted.</param>
    /// <param name="input">The input as UTF-8 JSON, as it is sent: in a triggered run the envelope.</param>
    public static FlowPlan Of(ComponentSpec component, FlowPlace place, ReadOnlySpan<byte> input)
    {
        var claims = new List<FlowClaim>(component.Policies.Count);
        List<string> notices = [];
        foreach (var policy in component.Policies)
        {
            var value = ValueOf(policy.Key, policy.KeyExpression, input);
            if (value is null)
                notices.Add(Notice(policy.KeyExpression!, FlowNames.Of(policy.Kind), "the run shares the key null with all runs whose key is missing"));
            claims.Add(new(new(policy.Kind, FlowScope.Of(policy, component, place), value ?? "null"), policy.Limit, policy.WindowMs));
        }

        claims.Sort(static (one, other) => one.Key.Kind.CompareTo(other.Key.Kind));
        var once = component.Idempotency;
        var idempotencyKey = once is { Key: null, KeyExpression: null } or null ? null : ValueOf(once.Key, once.KeyExpression, input);
        if (once is { Key: null, KeyExpression: { } expression } && idempotencyKey is null)
            notices.Add(Notice(expression, "idempotency", "the run has no idempotency key"));
        return new() { Claims = claims, Notices = notices, IdempotencyKey = idempotencyKey, IdempotencyTtlMs = once?.TtlMs ?? DefaultIdempotencyTtlMs };
    }

    // Runs of a policy without a key have one key, the empty text.
    private static string? ValueOf(string? key, string? expression, ReadOnlySpan<byte> input) =>
        key is not null ? KeyText.Of(key) : expression is not null ? InputKey.Find(input, expression) : KeyText.Of("");

    private static string Notice(string expression, string policy, string consequence) =>
        $"The key expression {QuotedText.Of(expression)} of {policy} finds no text, number or bool in the input: {consequence}.";
}

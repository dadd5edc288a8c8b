using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Shared;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>Reads the flow control of a component (protocol section 9).</summary>
internal static class FlowControlImport
{
    public static DeclaredFlow Read(ManifestNode component)
    {
        if (!component.TryGetObject("flow_control", out var flow))
            return new(null, [], null, null);
        if (flow.TryGet("batch", out var batch))
            batch.Refuse("declares batches, which AGNT5 does not accept on serverless endpoints during the beta: remove it, and take one input at a time");
        return new(RetriesImport.Read(flow), [.. ReadPolicies(flow)], ReadIdempotency(flow), PriorityImport.Read(flow));
    }

    private static IEnumerable<DeclaredPolicy> ReadPolicies(ManifestNode flow)
    {
        if (flow.TryGetObject("debounce", out var debounce))
            yield return Policy(debounce, FlowKind.Debounce, 1, Time(debounce, "window_ms"));
        if (flow.TryGetObject("rate_limit", out var rate))
            yield return Policy(rate, FlowKind.RateLimit, Limit(rate), Window(rate));
        if (flow.TryGetObject("throttle", out var throttle))
            yield return Policy(throttle, FlowKind.Throttle, Limit(throttle), Window(throttle));
        if (flow.TryGetObject("singleton", out var singleton))
        {
            CheckMode(singleton);
            yield return Policy(singleton, FlowKind.Singleton, 1, 0);
        }

        if (flow.TryGetObject("concurrency", out var concurrency))
            yield return Policy(concurrency, FlowKind.Concurrency, Limit(concurrency), 0) with
            {
                Scope = concurrency.OneOf("scope", "project", "deployment", "component", "workspace", "custom"),
            };
    }

    private static DeclaredPolicy Policy(ManifestNode policy, FlowKind kind, int limit, long windowMs)
    {
        var (key, expression) = ReadKey(policy);
        return new(kind, null, key, expression, limit, windowMs);
    }

    private static DeclaredIdempotency? ReadIdempotency(ManifestNode flow)
    {
        if (!flow.TryGetObject("idempotency", out var policy))
            return null;
        var (key, expression) = ReadKey(policy);
        return new(key, expression, policy.Number("ttl_ms", 1, ManifestLimits.LargestNumber));
    }

    private static (string? Key, string? Expression) ReadKey(ManifestNode policy)
    {
        var (key, expression) = (Bounded("key"), Bounded("key_expression"));
        if (key is not null && expression is not null)
            policy.Refuse("has a key and a key_expression: runs are grouped by one of them, so remove the other");
        return (key, expression);

        string? Bounded(string name)
        {
            if (!policy.TryGet(name, out var node) || node.Text() is not { } text)
                return null;
            if (text.Length > ManifestLimits.KeyLength)
                node.Refuse($"is longer than {ManifestLimits.KeyLength} characters");
            return text;
        }
    }

    private static int Limit(ManifestNode policy) =>
        policy.TryGetRequired("limit", "it says how many runs may pass", out var limit) && limit.TryGetNumber(1, int.MaxValue, out var number) ? (int)number : 1;

    private static long Time(ManifestNode policy, string name) =>
        policy.TryGetRequired(name, "it is a time in ms", out var time) && time.TryGetNumber(1, ManifestLimits.LargestNumber, out var number) ? number : 1;

    private static long Window(ManifestNode policy)
    {
        var (hasPeriod, hasWindow) = (policy.Has("period_ms"), policy.Has("window_ms"));
        if (hasPeriod == hasWindow)
            policy.Refuse(hasPeriod ? "has a period_ms and a window_ms: set one of them" : "has no period: set period_ms or window_ms");
        return hasPeriod == hasWindow ? 1 : Time(policy, hasPeriod ? "period_ms" : "window_ms");
    }

    private static void CheckMode(ManifestNode singleton)
    {
        if (singleton.TryGet("mode", out var mode) && mode.Text() is { } text && text != "queue")
            mode.Refuse($"is {QuotedText.Of(text)}, and during the beta AGNT5 accepts only 'queue', where a run waits for the one before it");
    }
}

/// <summary>The flow control of a component.</summary>
internal sealed record DeclaredFlow(RetryPolicy? Retries, IReadOnlyList<DeclaredPolicy> Policies, DeclaredIdempotency? Idempotency, int? Priority);

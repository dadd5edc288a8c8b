namespace Agnt5.Shared;

/// <summary>The kind of a trigger or policy attribute. Each is named like its attribute; the policies are in the order of <c>flow_control</c> (protocol section 9).</summary>
internal enum PolicyKind
{
    OnEvent,
    OnWebhook,
    Cron,
    Retries,
    Concurrency,
    Throttle,
    RateLimit,
    Debounce,
    Priority,
    Singleton,
    Idempotency,
    Batch,
}

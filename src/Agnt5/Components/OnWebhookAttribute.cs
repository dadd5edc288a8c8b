namespace Agnt5;

/// <summary>
/// Starts the workflow when a webhook arrives (protocol section 2, <c>triggers</c>). The trigger's event is <c>{source in lower case}.{event}</c>,
/// for example <c>github.issues.opened</c>. A workflow may have several triggers.
/// </summary>
/// <param name="source">Who sends the webhook: <c>standard</c>, <c>sentry</c>, <c>stripe</c>, <c>github</c> or <c>slack</c>. Upper and lower case do not matter.</param>
/// <param name="eventName">The event's name as the source gives it, for example <c>issues.opened</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class OnWebhookAttribute(string source, string eventName) : EventTriggerAttribute
{
    /// <summary>Who sends the webhook.</summary>
    public string Source { get; } = source;

    /// <summary>The event's name as the source gives it.</summary>
    public string EventName { get; } = eventName;
}

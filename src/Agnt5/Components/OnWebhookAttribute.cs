namespace Agnt5;

/// <summary>
/// Starts the workflow when a webhook arrives (protocol section 2, <c>triggers</c>): an event named <c>{source in lower case}.{event}</c>,
/// <c>github.issues.opened</c>, for example. A workflow may have several triggers.
/// </summary>
/// <param name="source">Who sends the webhook: <c>standard</c>, <c>sentry</c>, <c>stripe</c>, <c>github</c> or <c>slack</c>. Upper and lower case do not matter.</param>
/// <param name="eventName">The event's name as the source gives it: <c>issues.opened</c>, for example.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class OnWebhookAttribute(string source, string eventName) : EventTriggerAttribute
{
    /// <summary>Who sends the webhook.</summary>
    public string Source { get; } = source;

    /// <summary>The event's name as the source gives it.</summary>
    public string EventName { get; } = eventName;
}

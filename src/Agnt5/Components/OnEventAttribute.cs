namespace Agnt5;

/// <summary>Starts the workflow when an event arrives (protocol section 2, <c>triggers</c>). A workflow may have several triggers.</summary>
/// <param name="eventName">The event's name, of letters, digits and <c>_ . : / -</c>: for example <c>order.created</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class OnEventAttribute(string eventName) : EventTriggerAttribute
{
    /// <summary>The event's name, emitted as <c>event_name</c>.</summary>
    public string EventName { get; } = eventName;
}

using System.ComponentModel;

namespace Agnt5;

/// <summary>
/// The base of the event triggers of a workflow. Use <see cref="OnEventAttribute"/> or <see cref="OnWebhookAttribute"/>. Name and id are emitted in <c>triggers</c> (protocol section 2).
/// AGNT5 starts a run for each event of that name.
/// </summary>
public abstract class EventTriggerAttribute : Attribute
{
    private protected EventTriggerAttribute()
    {
    }

    /// <summary>The trigger's id, emitted as <c>trigger_id</c>. Default: AGNT5 assigns an id.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// The filter of the events: the name of a static method of the same class, <c>Filter = nameof(IsLarge)</c>. The method returns <see cref="bool"/>. It takes the workflow's input, a
    /// <c>JsonElement</c>, a <see cref="TriggerEvent{T}"/>, a <see cref="WebhookDelivery"/> or a <see cref="WebhookDelivery{T}"/>. When an event starts a run, the endpoint asks the filter before
    /// anything else. A refused run completes without an output, and an exception of the filter fails the run. Runs that are started directly are not filtered. Default: every event.
    /// </summary>
    public string? Filter { get; set; }

    /// <summary>Not supported: AGNT5 never starts a run for a trigger with an input mapping, so rule AGT3010 rejects it. Read the payload in the workflow's code instead.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? InputMapping { get; set; }

    /// <summary>Not supported: AGNT5 never starts a run for a trigger with a delay, so rule AGT3010 rejects it. Sleep at the beginning of the workflow instead.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? Delay { get; set; }

    /// <summary>Not supported: AGNT5 never starts a run for a trigger with a batch window, so rule AGT3010 rejects it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public long BatchWindowMs { get; set; }
}

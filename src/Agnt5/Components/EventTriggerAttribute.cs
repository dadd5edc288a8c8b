using System.ComponentModel;

namespace Agnt5;

/// <summary>
/// What the event triggers of a workflow have in common. Use <see cref="OnEventAttribute"/> or <see cref="OnWebhookAttribute"/>. Name and id are emitted in <c>triggers</c> (protocol section 2);
/// AGNT5 starts a run for each event of that name.
/// </summary>
public abstract class EventTriggerAttribute : Attribute
{
    private protected EventTriggerAttribute()
    {
    }

    /// <summary>The trigger's own id, emitted as <c>trigger_id</c>. Default: AGNT5 gives it one.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// Which of the events the workflow is for: the name of a static method of the same class, <c>Filter = nameof(IsLarge)</c>, that returns <see cref="bool"/> and takes what the workflow takes, a
    /// <c>JsonElement</c>, a <see cref="TriggerEvent{T}"/>, a <see cref="WebhookDelivery"/> or a <see cref="WebhookDelivery{T}"/>. The endpoint asks it when a run begins that an event started, and
    /// before anything else; a run that it refuses completes without an output, and what it throws fails the run. Runs that are started directly are not filtered. Default: all.
    /// </summary>
    public string? Filter { get; set; }

    /// <summary>Not supported: AGNT5 never starts a run of a trigger that has one, so rule AGT3010 rejects it. Take what the workflow needs out of the payload in its code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? InputMapping { get; set; }

    /// <summary>Not supported: AGNT5 never starts a run of a trigger that has one, so rule AGT3010 rejects it. Sleep at the beginning of the workflow.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string? Delay { get; set; }

    /// <summary>Not supported: AGNT5 never starts a run of a trigger that has one, so rule AGT3010 rejects it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public long BatchWindowMs { get; set; }
}

namespace Agnt5;

/// <summary>
/// What the event triggers of a workflow have in common. Use <see cref="OnEventAttribute"/> or <see cref="OnWebhookAttribute"/>. What is set is emitted in
/// <c>triggers</c> (protocol section 2); AGNT5 starts a run for each event that matches.
/// </summary>
public abstract class EventTriggerAttribute : Attribute
{
    private protected EventTriggerAttribute()
    {
    }

    /// <summary>The trigger's own id, emitted as <c>trigger_id</c>. Default: AGNT5 gives it one.</summary>
    public string? Id { get; set; }

    /// <summary>
    /// Which of the events start a run, emitted as <c>filter_expression</c>: <c>event.action == 'opened'</c>, for example. Default: all.
    /// </summary>
    public string? Filter { get; set; }

    /// <summary>What of the event is the run's input, emitted as <c>input_mapping</c>: <c>event.issue</c>, for example. Default: all of it.</summary>
    public string? InputMapping { get; set; }

    /// <summary>How long AGNT5 waits before it starts the run, emitted as <c>delay_expression</c>: <c>5s</c>, for example. Default: not at all.</summary>
    public string? Delay { get; set; }

    /// <summary>
    /// How long AGNT5 gathers events, in milliseconds, at least 1, emitted as <c>batch_window_ms</c> when it is set. Not supported on serverless endpoints
    /// during the beta: rule AGT3010 warns of it.
    /// </summary>
    public long BatchWindowMs { get; set; }
}

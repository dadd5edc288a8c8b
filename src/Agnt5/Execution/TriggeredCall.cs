using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Agnt5.Triggers;

namespace Agnt5.Generated;

/// <summary>One call of a workflow that events start. It reads the input, with or without an event's envelope, and applies the trigger's filter.</summary>
public sealed class TriggeredCall
{
    private readonly Invocation _invocation;
    private readonly Gate _gate = new();
    private TriggeredInput? _input;
    private RunTrigger? _trigger;
    private bool _isOver;

    internal TriggeredCall(Invocation invocation) => _invocation = invocation;

    /// <summary>Returns the call of a workflow that events or webhooks start.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="InvalidOperationException">Events do not start the component.</exception>
    public static TriggeredCall Of(ComponentCall call) => call is Invocation invocation
        ? invocation.Triggered
        : throw new InvalidOperationException("Events and webhooks start only workflows with an [OnEvent] or [OnWebhook] attribute.");

    /// <summary>Whether to ask the filter of the trigger: an event started the run, and the run has recorded nothing yet.</summary>
    public bool IsToBeFiltered => Input.Envelope is not null && _invocation.Checkpoint.IsEmpty;

    /// <summary>The name of the event that started the run, or <see langword="null"/>.</summary>
    public string? EventName => Input.Envelope?.Name;

    /// <summary>The event or webhook that started the run, or <see langword="null"/> when the run was started directly.</summary>
    /// <exception cref="InvalidOperationException">The first access came after the end of the slice.</exception>
    internal RunTrigger? Trigger
    {
        get
        {
            if (Input.Envelope is not { } envelope)
                return null;

            using (_gate.Enter())
            {
                if (_trigger is null)
                    ThrowIfOver();
                return _trigger ??= TriggerReader.Read(envelope, BodyIn(envelope), _invocation.RunId);
            }
        }
    }

    private TriggeredInput Input
    {
        get
        {
            using (_gate.Enter())
            {
                if (_input is null)
                    ThrowIfOver();
                return _input ??= new TriggeredInput(_invocation.Input, _invocation.Settings.JsonDepth);
            }
        }
    }

    /// <summary>Binds the payload to the declared type. A payload that does not bind ends the call as <c>WORKERLESS_INPUT_INVALID</c> (protocol section 4).</summary>
    /// <param name="type">The metadata of the payload's type.</param>
    public T ReadInput<T>(JsonTypeInfo<T> type) => Input.Read(type, _invocation.InputDemandsOn(type));

    /// <summary>The payload as JSON of any shape.</summary>
    public JsonElement ReadJson() => Input.ReadJson();

    /// <summary>Returns the event with its data.</summary>
    /// <param name="data">The event's data.</param>
    public TriggerEvent<T> Event<T>(T data) => new()
    {
        Id = Trigger?.Id ?? _invocation.RunId,
        Name = Trigger?.EventName,
        Source = Trigger?.Source,
        Time = Trigger?.Time,
        Data = data,
    };

    /// <summary>Returns the webhook's delivery. A delivery whose body is not a text ends the call as <c>WORKERLESS_INPUT_INVALID</c>.</summary>
    public WebhookDelivery Delivery()
    {
        if (Input.Envelope is { Delivery: { } delivery })
            Input.ReadBody(delivery);
        return Trigger?.Webhook ?? new WebhookDelivery(Input.ReadBodyOfPayload()) { Id = Trigger?.Id ?? _invocation.RunId };
    }

    /// <summary>Returns the webhook's delivery with its payload.</summary>
    /// <param name="payload">The content of the delivery's body.</param>
    public WebhookDelivery<T> Delivery<T>(T payload) => new(Delivery(), payload);

    /// <summary>Ends a run that the filter has refused. The run completes without an output, and emits an event about the refusal (protocol section 4).</summary>
    public void Refuse()
    {
        var (id, name) = (Trigger?.Id ?? "", EventName ?? "");
        EngineLog.TriggerFiltered(_invocation.Logger, _invocation.LoggedRunId, CallerText.Shorten(name), CallerText.Shorten(id));
        _invocation.Events.Add(new EmittedEvent("agnt5.trigger.filtered", Describe(id, name), Options: null, [], Step: null));
    }

    /// <summary>Reads nothing more of the request.</summary>
    internal void Close()
    {
        using (_gate.Enter())
            _isOver = true;
    }

    // An abandoned step may still run after the response. The memory of the request then belongs to another request.
    private void ThrowIfOver()
    {
        if (_isOver)
            throw new InvalidOperationException("The slice is over, so the event that started the run can no longer be read. Read ctx.Trigger before the slice ends.");
    }

    private static byte[] Describe(string id, string name) => JsonBytes.Write((id, name), static (writer, what) =>
    {
        writer.WriteStartObject();
        writer.WriteString("event_id"u8, what.id);
        writer.WriteString("event_name"u8, what.name);
        writer.WriteEndObject();
    });

    private ReadOnlyMemory<byte> BodyIn(EventEnvelope envelope)
    {
        try
        {
            return envelope.Delivery is { } delivery ? Input.ReadBody(delivery) : default;
        }
        catch (InputInvalidException)
        {
            return default;
        }
    }
}

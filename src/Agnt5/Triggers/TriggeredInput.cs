using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Primitives;
using Agnt5.Protocol;

namespace Agnt5.Triggers;

/// <summary>
/// The input of a workflow that events start, in any of its shapes (protocol section 4): the payload alone, the data of an event, or the body of a webhook's delivery. Input that does not bind is
/// the caller's error. The message names the shape that was tried, with paths from the root of the input.
/// </summary>
/// <param name="json">The input.</param>
/// <param name="depth">How deep the JSON in a body may nest. A body is a text of the input, so the check of the request has not looked into it.</param>
internal sealed class TriggeredInput(ReadOnlyMemory<byte> json, JsonDepth depth)
{

    private ReadOnlyMemory<byte>? _body;

    public EventEnvelope? Envelope { get; } = EventEnvelopeReader.Read(json);

    /// <exception cref="InputInvalidException">The payload does not bind; the message lists the problems.</exception>
    public T Read<T>(JsonTypeInfo<T> type, DocumentDemands demands)
    {
        if (Envelope is not { Delivery: { } delivery })
            return Read(Envelope?.Event is { } happened ? Given(happened.Data) : Given(json), type, demands with { Place = Envelope?.Place ?? "$" }, Shape);
        if (typeof(T) == typeof(string))
            return Read(HasNoBody(delivery) ? EmptyText : delivery.Body, type, demands with { Place = PlaceOfBody }, "Read as the text in the body of a webhook's delivery");
        return Read(ReadBodyAsJson(delivery), type, demands, Shape);
    }

    /// <summary>The payload as JSON of any shape.</summary>
    /// <exception cref="InputInvalidException">The payload is not JSON.</exception>
    public JsonElement ReadJson()
    {
        var payload = Envelope switch
        {
            { Delivery: { } delivery } => ReadBodyAsJson(delivery),
            { Event: { } happened } => Given(happened.Data),
            _ => Given(json),
        };
        var reader = new Utf8JsonReader(payload.Span, JsonDepth.Checked);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>A delivery's body in UTF-8. The memory is a copy and outlives the input.</summary>
    /// <exception cref="InputInvalidException">The body is not a text.</exception>
    public ReadOnlyMemory<byte> ReadBody(EnvelopedDelivery delivery) =>
        _body ??= HasNoBody(delivery) ? default : Unescape(delivery.Body.Span);

    /// <summary>The body in a run that no webhook started: the JSON of the payload, or the text itself where the payload is a text.</summary>
    public ReadOnlyMemory<byte> ReadBodyOfPayload()
    {
        var payload = Given(Envelope?.Event is { } happened ? happened.Data : json);
        return payload.Span[0] == (byte)'"' ? Unescape(payload.Span) : payload.ToArray();
    }

    private string Shape => Envelope switch
    {
        { Delivery: not null } => $"Read as the JSON in the body of a webhook's delivery ({PlaceOfBody})",
        { Event: { } happened } => $"Read as the data of event {CallerText.Shorten(happened.Name)}",
        _ => "Read as the payload alone, since it is not in an event's envelope",
    };

    private string PlaceOfBody => $"{Envelope!.Place}.body";

    private static T Read<T>(ReadOnlyMemory<byte> payload, JsonTypeInfo<T> type, DocumentDemands demands, string shape)
    {
        try
        {
            return InputReader.Read(payload.Span, type, demands);
        }
        catch (InputInvalidException refused)
        {
            throw new InputInvalidException($"{shape}: {refused.Message}", refused.InnerException) { LoggedProblems = refused.LoggedProblems is { } logged ? $"{shape}: {logged}" : null };
        }
    }

    private ReadOnlyMemory<byte> ReadBodyAsJson(EnvelopedDelivery delivery)
    {
        var body = ReadBody(delivery);
        var given = Given(body.Trim(" \t\r\n"u8));
        if (given.Equals(EmptyInput.Json))
            return given;

        return depth.ProblemOf(body.Span) is { } problem
            ? throw Refused($"{Shape}: it {problem}. A workflow that takes a WebhookDelivery, or a string that is marked [Input], gets the text as it is.")
            : given;
    }

    private ReadOnlyMemory<byte> Unescape(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, JsonDepth.Checked);
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            throw Refused($"Read as a webhook's delivery: {PlaceOfBody}: expected string, got {JsonExpectation.KindOf(reader.TokenType)}");

        var bytes = new byte[reader.ValueSpan.Length];
        try
        {
            return bytes.AsMemory(0, reader.CopyString(bytes));
        }
        catch (InvalidOperationException)
        {
            throw Refused($"{Shape}: it holds text that is not valid Unicode");
        }
    }

    // The problem quotes no values, so the log may show it.
    private static InputInvalidException Refused(string problem) => new(problem) { LoggedProblems = problem };

    private static bool HasNoBody(EnvelopedDelivery delivery) => delivery.Body.IsEmpty || delivery.Body.Span.SequenceEqual("null"u8);

    // As for every input, an empty payload means {} (protocol section 4).
    private static ReadOnlyMemory<byte> Given(ReadOnlyMemory<byte> payload) => EmptyInput.IsMeantBy(ComponentType.Workflow, payload.Span) ? EmptyInput.Json : payload;

    private static ReadOnlyMemory<byte> EmptyText { get; } = "\"\""u8.ToArray();
}

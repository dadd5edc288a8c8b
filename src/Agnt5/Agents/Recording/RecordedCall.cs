using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Recording;

/// <summary>One call of a model as a recording holds it.</summary>
/// <param name="Request">The request (<see cref="RecordedRequest"/>).</param>
internal sealed record RecordedCall(JsonObject Request)
{
    /// <summary>The reply, or <see langword="null"/> where it was streamed or the call failed.</summary>
    public JsonObject? Reply { get; private init; }

    /// <summary>The pieces of a streamed reply, or <see langword="null"/>.</summary>
    public JsonArray? Updates { get; private init; }

    /// <summary>The failure, or <see langword="null"/>.</summary>
    public RecordedError? Error { get; private init; }

    public RecordedCall With(ChatResponse reply) => this with { Reply = RecordedReply.Write(reply) };

    public RecordedCall With(IEnumerable<ChatResponseUpdate> updates) => this with { Updates = [.. updates.Select(RecordedReply.Write)] };

    public RecordedCall With(Exception failure) => this with { Error = RecordedError.Of(failure) };

    /// <summary>The reply as a whole. What was streamed is put together.</summary>
    public ChatResponse ReadReply() => Reply is null ? ReadUpdates().ToChatResponse() : RecordedReply.Read(Reply);

    /// <summary>The reply in pieces. What came whole is taken apart.</summary>
    public IEnumerable<ChatResponseUpdate> ReadUpdates() => Updates?.Select(RecordedReply.ReadUpdate) ?? (Reply is null ? [] : RecordedReply.Read(Reply).ToChatResponseUpdates());

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["request"] = Request.DeepClone() };
        if (Reply is not null)
            json["reply"] = Reply.DeepClone();
        if (Updates is not null)
            json["updates"] = Updates.DeepClone();
        if (Error is not null)
            json["error"] = Error.ToJson();
        return json;
    }

    public static RecordedCall Read(JsonNode call) => new(call["request"]!.AsObject())
    {
        Reply = call["reply"]?.AsObject(),
        Updates = call["updates"]?.AsArray(),
        Error = call["error"] is { } error ? RecordedError.Read(error) : null,
    };
}

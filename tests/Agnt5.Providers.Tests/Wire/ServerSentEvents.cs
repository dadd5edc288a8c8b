using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests.Wire;

/// <summary>Writes replies as server-sent events.</summary>
public static class ServerSentEvents
{
    public static string Named(string name, JsonNode data) => $"event: {name}\ndata: {data.ToJsonString()}\n\n";

    /// <summary>An event whose data has its name as <c>type</c>.</summary>
    public static string Typed(JsonNode data) => Named(data["type"]!.GetValue<string>(), data);

    public static string Unnamed(JsonNode data) => $"data: {data.ToJsonString()}\n\n";

    public static CannedReply Of(params IEnumerable<string> events) => new() { ContentType = "text/event-stream", Pieces = [.. events] };
}

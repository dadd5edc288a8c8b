using System.Text.Json;

namespace Agnt5.Lambda.Events;

/// <summary>Hands the headers of an event to a request: one value for each name, or a list of them.</summary>
internal static class EventHeaders
{
    public static void Add(InMemoryRequest request, JsonElement headers)
    {
        foreach (var header in headers.EnumerateObject())
        {
            if (header.Value.ValueKind == JsonValueKind.String)
                Add(request, header.Name, header.Value.GetString()!);
            else if (header.Value.ValueKind == JsonValueKind.Array)
                Add(request, header);
        }
    }

    private static void Add(InMemoryRequest request, JsonProperty header)
    {
        foreach (var value in header.Value.EnumerateArray())
            Add(request, header.Name, value.GetString() ?? "");
    }

    // One header may also stand under two spellings of its name. To choose one of them would be a guess.
    private static void Add(InMemoryRequest request, string name, string value) =>
        request.Headers[name] = request.Headers.TryGetValue(name, out var earlier) ? $"{earlier},{value}" : value;
}

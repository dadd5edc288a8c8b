using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>A raw answer, for requests that the official client cannot send and details that it hides.</summary>
public sealed record WireAnswer(HttpStatusCode Status, string? Allow, JsonNode? Json)
{
    /// <summary>The messages before the answer.</summary>
    public IReadOnlyList<JsonNode> Before { get; init; } = [];

    /// <summary>The session that the answer names.</summary>
    public string? Session { get; init; }

    public int? ErrorCode => Json?["error"]?["code"]?.GetValue<int>();

    public string? ErrorMessage => Json?["error"]?["message"]?.GetValue<string>();

    public static Task<WireAnswer> PostAsync(McpApp app, string body, string? type = "application/json", params (string Name, string Value)[] headers) =>
        PostToAsync(app, app.McpAddress.AbsolutePath, body, type, headers);

    public static async Task<WireAnswer> PostToAsync(McpApp app, string path, string body, string? type, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type!) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(app, request);
    }

    public static async Task<WireAnswer> SendAsync(McpApp app, HttpRequestMessage request)
    {
        using var response = await app.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var messages = response.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? [.. text.Split('\n').Where(static line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(static line => line["data: ".Length..])]
            : text.Length == 0 ? Array.Empty<string>() : [text];
        var parsed = messages.Select(static message => JsonNode.Parse(message)!).ToArray();
        return new WireAnswer(response.StatusCode, response.Content.Headers.Allow.SingleOrDefault(), parsed.LastOrDefault())
        {
            Before = parsed.SkipLast(1).ToArray(),
            Session = response.Headers.TryGetValues("Mcp-Session-Id", out var sessions) ? sessions.Single() : null,
        };
    }
}

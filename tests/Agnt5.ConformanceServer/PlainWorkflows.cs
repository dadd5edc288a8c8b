using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.ConformanceServer;

public sealed record Greeting(string Message);

public sealed record Message(string Text);

public sealed record Notes([property: JsonPropertyName("notes")] string Text);

public sealed record Received([property: JsonPropertyName("received")] JsonElement Input);

/// <summary>Workflows without durable calls.</summary>
public static class PlainWorkflows
{
    /// <param name="name">Person to greet</param>
    [Workflow]
    [OnEvent("hello.requested")]
    public static Greeting Hello(string? name) => new($"hello {name ?? "world"}");

    [Workflow]
    public static Notes Large(int size) => new(new string('x', size));

    [Workflow]
    public static void Boom() => throw new InvalidOperationException("nope");

    [Workflow]
    [Cron("0 3 * * *")]
    public static Acknowledgement Nightly() => new() { Ok = true };

    [Workflow]
    [OnWebhook("GitHub", "issues.opened", Id = "wh-1")]
    public static Received OnWebhook(JsonElement input) => new(input);

    [Workflow]
    public static Message Unicode() => new("héllo 🌍 \u2028 <b>&");
}

using System.Text.Json;

namespace Agnt5.Endpoint.Tests.Components;

public sealed record Greeting(string Message);

public sealed record Doubled(double Value);

public enum Priority
{
    Low,
    High,
}

public sealed record Ticket(string Id, int Count, Priority Priority, Guid? Owner, IReadOnlyList<string> Tags);

public static class Greetings
{
    [Workflow]
    public static Greeting Hello(string? name) => new($"hello {name ?? "world"}");

    [Function]
    public static JsonElement Echo(JsonElement input) => input;

    [Function]
    public static Doubled Double(double value) => new(value * 2);

    [Function]
    public static Ticket Relabel(Ticket ticket) => ticket with { Tags = [.. ticket.Tags, "seen"] };

    [Tool(Description = "Looks up an order")]
    public static Greeting LookupOrder(string? id) => new($"order {id ?? "none"}");

    [Function]
    public static void Forget(string what) => _ = what;

    [Function]
    public static Greeting? FindNothing() => null;
}

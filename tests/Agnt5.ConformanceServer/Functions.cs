using System.Text.Json;

namespace Agnt5.ConformanceServer;

public sealed record Number
{
    // Required, and may be null, which counts as no value. A doc comment would become the description in its schema.
    public required double? Value { get; init; }
}

public static class Functions
{
    [Function]
    public static Number Double(Number input) => new() { Value = (input.Value ?? 0) * 2 };

    [Function]
    public static JsonElement Echo(JsonElement input) => input;

    [Function(MaxConcurrency = 1)]
    [Retries(4, InitialIntervalMs = 250)]
    public static Acknowledgement Expensive() => new() { Ok = true };

    [Function]
    public static void FailFunction() => throw new InvalidOperationException("nope");
}

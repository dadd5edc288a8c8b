using System.Text.Json;

namespace Agnt5.ConformanceServer;

public sealed record Number(double Value);

public static class Functions
{
    [Function]
    public static Number Double(Number input) => new(input.Value * 2);

    [Function]
    public static JsonElement Echo(JsonElement input) => input;

    [Function(MaxConcurrency = 1)]
    [Retries(4, InitialIntervalMs = 250)]
    public static Acknowledgement Expensive() => new() { Ok = true };

    [Function]
    public static void FailFunction() => throw new InvalidOperationException("nope");
}

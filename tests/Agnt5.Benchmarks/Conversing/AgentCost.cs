using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Benchmarks.Conversing;

/// <summary>
/// Measures the processor time of an agent's loop over direct calls of the client, and the size of a checkpoint. Both sides take turns in short rounds of one process, so that other work on the
/// machine slows both down.
/// </summary>
internal static class AgentCost
{
    // The runtime's compiler works in the background until everything was called often enough, and its processor time counts too.
    private const int WarmUps = 40;
    private const int Rounds = 15;
    private const int TurnsPerRound = 40;
    private const int CallsPerTurn = 50;

    public static async Task RunAsync()
    {
        var services = new ServiceCollection().AddSingleton<IChatClient, EndlessModel>().BuildServiceProvider();
        var endpoint = new ServerlessEndpoint(Agnt5Components.Catalog, new ServerlessOptions { IsDevelopment = true, AllowUnsigned = true }, services);
        var client = services.GetRequiredService<IChatClient>();

        var rounds = new List<(double Direct, double Calls, double Loop, double Tools)>();
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var direct = await MeasureAsync(() => CallDirectlyAsync(client));
            var calls = await MeasureAsync(() => InvokeAsync(endpoint, Turn("calls", CallsPerTurn)));
            var loop = await MeasureAsync(() => InvokeAsync(endpoint, Turn("bare_loop", CallsPerTurn)));
            var tools = await MeasureAsync(() => InvokeAsync(endpoint, Turn("loop", CallsPerTurn)));
            if (round >= 0)
                rounds.Add((direct, calls, loop, tools));
        }

        Console.WriteLine($"CPU per model call, median of {Rounds} rounds of {TurnsPerRound} turns with {CallsPerTurn} calls:");
        Print("the client directly", rounds.Select(static round => round.Direct));
        Print("ctx.CallModelAsync", rounds.Select(static round => round.Calls));
        Print("  added", rounds.Select(static round => round.Calls - round.Direct));
        Print("the loop", rounds.Select(static round => round.Loop));
        Print("  added", rounds.Select(static round => round.Loop - round.Direct));
        Print("the loop, with a recorded tool call each", rounds.Select(static round => round.Tools));
        Print("  added", rounds.Select(static round => round.Tools - round.Direct));
        await PrintSizesAsync(endpoint);
    }

    private static async Task PrintSizesAsync(ServerlessEndpoint endpoint)
    {
        foreach (var messages in (int[])[10, 100, 1000])
        {
            // Each iteration adds a reply and a result. A run that is suspended before the last iteration has recorded all of them.
            var cut = await InvokeAsync(endpoint, Turn("loop", messages / 2, failsAtTheEnd: true));
            var records = cut["checkpoint"]!["steps"]!.ToJsonString().Length;
            var session = new JsonArray(
                [.. Enumerable.Range(0, messages).Select(
                static i => new JsonObject { ["role"] = i % 2 == 0 ? "user" : "assistant", ["content"] = "A message of a usual length, as people and models write them: a sentence or two." })]);
            var request = Turn("calls", 1);
            request["checkpoint"] = new JsonObject { ["agent_sessions"] = new JsonObject { ["run-1"] = new JsonObject { ["messages"] = session } } };
            var kept = (await InvokeAsync(endpoint, request))["checkpoint"]!.ToJsonString().Length;
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                $"{messages,5} messages: {records,8} bytes of records in a turn ({records / (double)messages:F0} each), {kept,8} bytes of a session after it ({kept / (double)messages:F0} each)"));
        }
    }

    private static async Task<double> MeasureAsync(Func<Task> turn)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < TurnsPerRound; i++)
            await turn();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMicroseconds / (TurnsPerRound * CallsPerTurn);
    }

    private static async Task CallDirectlyAsync(IChatClient client)
    {
        for (var i = 0; i < CallsPerTurn; i++)
            await client.GetResponseAsync(new[] { new ChatMessage(ChatRole.User, "0") });
    }

    private static JsonObject Turn(string agent, int calls, bool failsAtTheEnd = false) => new()
    {
        ["run_id"] = "run-1",
        ["component_type"] = "agent",
        ["component_name"] = agent,
        ["input"] = calls.ToString(CultureInfo.InvariantCulture),
        // The output cannot be uploaded, so the response has the turn's records for a retry.
        ["output_upload"] = failsAtTheEnd ? new JsonObject { ["kind"] = "unknown", ["threshold_bytes"] = 0 } : null,
    };

    private static async Task<JsonNode> InvokeAsync(ServerlessEndpoint endpoint, JsonObject request)
    {
        using var response = await endpoint.HandleAsync(InMemoryRequest.Invoke(request.ToJsonString()), CancellationToken.None);
        return JsonNode.Parse(response.Body.Span)!;
    }

    private static void Print(string what, IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-40} {sorted[sorted.Length / 2],8:F1} µs   ({sorted[0]:F1} to {sorted[^1]:F1})"));
    }
}

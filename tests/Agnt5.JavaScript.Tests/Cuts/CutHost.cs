using System.Text;
using System.Text.Json.Nodes;
using Agnt5.JavaScript.Tests.Hosts;
using Agnt5.JavaScript.Tests.Rows;
using Agnt5.JavaScript.Tests.Workers;

namespace Agnt5.JavaScript.Tests.Cuts;

/// <summary>A JavaScript host with the workflows that are cut.</summary>
internal sealed class CutHost : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly RunningApp _app;

    private CutHost(RunningApp app)
    {
        _app = app;
        _client = new HttpClient { BaseAddress = app.Address, Timeout = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Starts one.</summary>
    /// <param name="host"><c>node</c>, <c>deno</c> or <c>workerd</c>.</param>
    /// <param name="engine">The engine.</param>
    public static async Task<CutHost> StartAsync(string host, string engine)
    {
        var command = (host, engine) switch
        {
            ("workerd", _) => (await Worker.BundleAsync("durability", await JavaScriptShipment.DurabilityForWorkersAsync())).Served,
            (_, "addon") => await HostServers.CommandAsync(host, engine, await JavaScriptShipment.DurabilityForNodeAsync()),
            _ => await HostServers.CommandAsync(host, engine, await JavaScriptShipment.DurabilityForTheWebAsync()),
        };
        // Its clock is virtual, so signatures would be out of date.
        return new CutHost(await RunningApp.StartAsync(Repository.Root, $"env -u AGNT5_SERVERLESS_SIGNING_SECRET {command} --port $PORT", prefix: ""));
    }

    /// <summary>What the host has printed.</summary>
    public string Output => _app.Output;

    /// <summary>Sends an invoke.</summary>
    public async Task<(int Status, ReadOnlyMemory<byte> Body)> InvokeAsync(JsonObject request, CancellationToken caller)
    {
        using var content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync("/agnt5/invoke", content, caller);
        return ((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(caller));
    }

    /// <summary>Plays the world there.</summary>
    /// <param name="moves">The moves: <c>Moves</c> of <c>tests/Agnt5.DurabilityServer</c>.</param>
    /// <returns>What is to be seen then: <c>Seen</c>.</returns>
    public JsonNode Play(JsonObject moves)
    {
        var request = new JsonObject { ["run_id"] = "played", ["component_type"] = "function", ["component_name"] = "play", ["input"] = moves };
        var (status, body) = InvokeAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        var text = Encoding.UTF8.GetString(body.Span);
        return status == 200 && JsonNode.Parse(text)?["output"] is { } seen ? seen : throw new InvalidOperationException($"The host could not play {moves.ToJsonString()}: {status} {text}\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}

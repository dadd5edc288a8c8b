using Agnt5.JavaScript.Tests.Hosts;

namespace Agnt5.JavaScript.Tests.Workers;

/// <summary>Components in a Cloudflare Worker, in the runtime that Cloudflare runs.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task A_platform_gets_the_recorded_answers_from_a_Worker()
    {
        var worker = await Worker.BundleAsync("conformance", await JavaScriptShipment.ConformanceForWorkersAsync());

        var report = await ConformanceSuite.RunAsync("worker", worker.Served);

        var differing = report.Verdicts.Where(static verdict => verdict.Value is not ("equal" or "accepted")).Select(static verdict => verdict.Key);
        Assert.True(report.Verdicts.Count >= 330 && !differing.Any(), $"{report.Verdicts.Count} cases, of which differ: {string.Join(", ", differing)}\n{report.Log}");
    }

    [Fact]
    public async Task One_line_of_JavaScript_is_the_whole_Worker()
    {
        var worker = await Worker.BundleAsync("shop", (await PublishedShop.ForWorkersAsync()).Folder);

        await using var app = await RunningApp.StartAsync(Repository.Root, $"{worker.Developed} --port $PORT", "");

        Assert.Equal(200, (await app.GetManifestAsync()).Status);
        var (status, body) = await app.GreetAsync();
        Assert.True(status == 200 && body.Contains("Hello Zoë", StringComparison.Ordinal), $"{status} {body}\n{app.Output}");
        Assert.Equal(401, (await app.GreetAsync(isSigned: false)).Status);
        Assert.True(worker.CompressedBytes < 3_000_000, $"The Worker has {worker.CompressedBytes:N0} bytes, compressed.");
    }

    [Fact]
    public async Task A_Worker_with_Hono_has_the_endpoint_beside_its_own_routes()
    {
        var worker = await Worker.BundleAsync("hono", (await PublishedShop.ForWorkersAsync()).Folder, "hono");

        await using var app = await RunningApp.StartAsync(Repository.Root, $"{worker.Served} --port $PORT", "");

        Assert.Equal((200, "the shop"), await app.GetAsync("/shop"));
        var (status, body) = await app.GreetAsync();
        Assert.True(status == 200 && body.Contains("Hello Zoë", StringComparison.Ordinal), $"{status} {body}\n{app.Output}");
    }

    [Fact]
    public async Task Each_of_thousands_of_requests_to_a_Worker_is_answered_and_leaves_no_memory_behind()
    {
        var worker = await Worker.BundleAsync("load", (await PublishedShop.ForWorkersAsync()).Folder);

        await Command.MustRunAsync(
            Repository.PathOf("tests", "javascript"), "node", "load.mjs", $"{worker.Served} --flags enable_request_signal --port {{port}}", "--requests", "3000", "--rest", "12");
    }
}

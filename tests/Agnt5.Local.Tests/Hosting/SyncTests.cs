using System.Collections.Concurrent;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Tests.Hosting;

public sealed class SyncTests : IAsyncLifetime
{
    private const string Manifest = """{"protocol_version":"workerless.v1","service_name":"shop","service_version":"1","components":[{"name":"ship_order","type":"workflow","component_type":"workflow"}]}""";

    private readonly ConcurrentQueue<(int Port, bool IsSigned)> _invokes = new();
    private readonly List<WebApplication> _servers = [];

    public async Task InitializeAsync()
    {
        await ServeAsync();
        await ServeAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task A_sync_that_is_refused_leaves_no_connection_open()
    {
        await using var played = await PlayedEngine.StartAsync();
        var taker = played.Engine.FindDeployment(PlayedEngine.DeploymentId)! with { DeploymentId = "dep_2", ImmutableRef = "2" };
        using var connection = new ScriptedEndpoint();

        var sync = played.Engine.AddAsync(new SyncRequest(), taker, connection);

        Assert.Equal(EngineErrorKind.Conflict, (await Assert.ThrowsAsync<EngineException>(() => sync)).Kind);
        Assert.True(connection.IsDisposed);
    }

    [Fact]
    public async Task A_ref_that_is_synced_again_stays_where_it_is_and_keeps_its_secret()
    {
        await using var engine = LocalEngine.Start(new MemoryStore(), new EngineSettings());
        var first = await engine.SyncAsync(Release(0) with { SigningSecret = "0123456789abcdef0123456789abcdef" });
        var again = await engine.SyncAsync(Release(1));
        Assert.Equal((first.Deployment.DeploymentId, false), (again.Deployment.DeploymentId, again.IsNew));
        Assert.Contains(again.Notices, static notice => notice.Contains("URL stays", StringComparison.Ordinal));

        var run = await engine.SubmitAsync(PlayedEngine.Request());
        await engine.WaitAsync(run.Run.Spec.RunId, RunStop.Ended).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((PortOf(0), true), Assert.Single(_invokes));
    }

    [Fact]
    public async Task Two_syncs_of_one_ref_at_once_make_one_deployment()
    {
        await using var engine = LocalEngine.Start(new MemoryStore(), new EngineSettings());

        var synced = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => engine.SyncAsync(Release(0)))));

        Assert.Single(synced.Select(static sync => sync.Deployment.DeploymentId).Distinct());
        Assert.Single(synced, static sync => sync.IsNew);
        Assert.Single(engine.FindEnvironment("production")!.Deployments);
    }

    [Fact]
    public async Task Two_refs_at_once_that_want_one_route_leave_it_with_one_owner()
    {
        await using var engine = LocalEngine.Start(new MemoryStore(), new EngineSettings());

        var synced = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(async () =>
        {
            try
            {
                return (await engine.SyncAsync(Release(0) with { ImmutableRef = $"{number}" })).Deployment.DeploymentId;
            }
            catch (EngineException refused) when (refused.Kind == EngineErrorKind.Conflict)
            {
                return null;
            }
        })));

        var owner = Assert.Single(synced, static deploymentId => deploymentId is not null);
        Assert.Equal(owner, engine.FindEnvironment("production")!.Routes["workflow:ship_order"]);
    }

    private SyncRequest Release(int server) => new() { Url = new Uri($"http://127.0.0.1:{PortOf(server)}"), ImmutableRef = "1" };

    private int PortOf(int server) => new Uri(_servers[server].Urls.Single()).Port;

    private async Task ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/{**path}", () => Results.Content(Manifest, "application/json"));
        app.MapPost("/{**path}", (HttpRequest request) =>
        {
            _invokes.Enqueue((request.Host.Port!.Value, request.Headers.ContainsKey("X-AGNT5-Signature")));
            return Results.Content("""{"status":"completed","output":1}""", "application/json");
        });
        await app.StartAsync();
        _servers.Add(app);
    }
}

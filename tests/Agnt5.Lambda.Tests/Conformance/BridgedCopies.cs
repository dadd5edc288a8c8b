using System.Collections.Concurrent;
using System.Globalization;
using Agnt5.ConformanceServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Agnt5.Lambda.Tests.Conformance;

/// <summary>Starts a function behind its bridge for each server that the conformance suite starts: the suite's command asks for it.</summary>
internal sealed class BridgedCopies : IAsyncDisposable
{
    private readonly ConcurrentBag<FunctionBridge> _bridges = [];
    private readonly WebApplication _app;
    private readonly string _shape;

    private BridgedCopies(WebApplication app, string shape) => (_app, _shape) = (app, shape);

    public static async Task<BridgedCopies> StartAsync(string shape)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var copies = new BridgedCopies(builder.Build(), shape);
        copies._app.MapMethods("/copies", ["GET"], copies.AddAsync);
        await copies._app.StartAsync();
        return copies;
    }

    /// <summary>A command that asks for a copy, and lives as long as the suite needs it.</summary>
    public string Command
    {
        get
        {
            var script = Path.Combine(AppContext.BaseDirectory, $"copy-{Guid.NewGuid():N}.sh");
            File.WriteAllText(script, $"""
                curl -sfG '{_app.Urls.Single()}/copies' --data-urlencode "port=$PORT" --data-urlencode "secret=$AGNT5_SERVERLESS_SIGNING_SECRET" \
                  --data-urlencode "enabled=$AGNT5_SERVERLESS_ENABLED" && exec sleep 900
                """.ReplaceLineEndings("\n"));
            return $"sh '{script}'";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var bridge in _bridges)
            await bridge.DisposeAsync();
    }

    private async Task AddAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (secret, isOff) = (query["secret"].ToString(), query["enabled"] == "false");
        var port = int.Parse(query["port"].ToString(), CultureInfo.InvariantCulture);
        _bridges.Add(await FunctionBridge.StartAsync(port, _shape, builder =>
        {
            Settings.Apply(builder.Options);
            builder.Options.SigningSecret = secret.Length > 0 ? secret : null;
            builder.Options.Enabled = !isOff;
        }));
    }
}

using System.Collections.Concurrent;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Payloads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Tests.Payloads;

/// <summary>The payload routes on a real Kestrel.</summary>
internal sealed class PayloadServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PayloadServer(WebApplication app, OpenUploads uploads, PayloadSignature signature, Func<PayloadSettings, PayloadSettings> change)
    {
        _app = app;
        Client = new HttpClient();
        Links = new PayloadLinks(change(new PayloadSettings { BaseUrl = new Uri(app.Urls.Single()) }), signature, uploads);
    }

    public HttpClient Client { get; }

    public PayloadLinks Links { get; }

    public required MemoryPayloadStore Store { get; init; }

    /// <summary>The inputs of runs, by run.</summary>
    public required ConcurrentDictionary<string, ReadOnlyMemory<byte>> Inputs { get; init; }

    public required ManualTime Time { get; init; }

    public static async Task<PayloadServer> StartAsync(Func<PayloadSettings, PayloadSettings>? change = null, TimeProvider? clock = null)
    {
        var (store, signature, time) = (new MemoryPayloadStore(), new PayloadSignature(), new ManualTime());
        var uploads = new OpenUploads(store);
        var inputs = new ConcurrentDictionary<string, ReadOnlyMemory<byte>>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        new PayloadRoutes(signature, uploads, runId => inputs.GetValueOrDefault(runId), clock ?? time).Map(app);
        await app.StartAsync();
        return new PayloadServer(app, uploads, signature, change ?? (static settings => settings)) { Store = store, Inputs = inputs, Time = time };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

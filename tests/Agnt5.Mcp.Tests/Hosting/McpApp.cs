using Agnt5.Mcp.Tests.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests.Hosting;

/// <summary>An app with this project's tools behind a real Kestrel on a loopback port.</summary>
public sealed class McpApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private McpApp(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public MeetingPoint Meeting => _app.Services.GetRequiredService<MeetingPoint>();

    public Uri McpAddress => new(Client.BaseAddress!, "/agnt5/mcp");

    /// <summary>Starts an app in Development that serves everybody, unless the test says otherwise.</summary>
    public static async Task<McpApp> StartAsync(
        Action<IServiceCollection>? services = null,
        Action<Agnt5McpOptions>? options = null,
        Action<WebApplication>? map = null,
        string environment = "Development")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Services.AddAgnt5(Agnt5Components.Catalog, static serverless => (serverless.ServiceName, serverless.ServiceVersion) = ("shop", "1.2.3"));
        builder.Services.AddSingleton<MeetingPoint>().AddScoped<VaultDoor>();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        if (map is null)
            app.MapAgnt5Mcp(configure: options);
        else
            map(app);
        try
        {
            await app.StartAsync();
            return new McpApp(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Connects the official client.</summary>
    /// <param name="revision">The revision that it speaks.</param>
    /// <param name="token">The user's token.</param>
    /// <param name="person">Answers the questions of the server. Without one, the client says that it cannot ask.</param>
    public Task<McpClient> ConnectAsync(string? revision = null, string? token = null, Func<ElicitRequestParams, ElicitResult>? person = null)
    {
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = McpAddress,
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = token is null ? null : new Dictionary<string, string> { ["Authorization"] = token },
        });
        var options = new McpClientOptions { ProtocolVersion = revision, ClientInfo = new Implementation { Name = "test-client", Version = "1" } };
        if (person is not null)
            options.Handlers.ElicitationHandler = (question, _) => ValueTask.FromResult(person(question!));
        return McpClient.CreateAsync(transport, options);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

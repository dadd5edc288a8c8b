using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Agents.Tests.Hosting;

/// <summary>The agents of this project behind a real Kestrel, with a model that a test scripts and a clock that it moves.</summary>
public sealed class AgentEndpoint : IAsyncDisposable
{
    private const string Secret = "test-secret-of-this-project";

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private AgentEndpoint(WebApplication app, ScriptedModel model, ManualTime time, RecordedLog log)
    {
        (_app, Model, Time, Log) = (app, model, time, log);
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public ScriptedModel Model { get; }

    public ManualTime Time { get; }

    public RecordedLog Log { get; }

    /// <summary>The tools' real executions.</summary>
    public IReadOnlyList<string> Diary => _app.Services.GetRequiredService<Diary>().Lines;

    public static async Task<AgentEndpoint> StartAsync(Action<IServiceCollection>? services = null)
    {
        var (model, time, log) = (new ScriptedModel(), new ManualTime(), new RecordedLog());
        var app = ServerlessHost.Build(["--port", "0", "--host", "127.0.0.1", "--environment", "Production"], Agnt5Components.Catalog, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.Configure<ServerlessOptions>(static options =>
            {
                options.SigningSecret = Secret;
                options.OutboundGuard.AllowPrivateNetworks = true;
                options.OutboundGuard.RequireHttps = false;
                options.OutboundGuard.AllowedPorts.Add(0);
            });
            builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IChatClient>(model).AddSingleton<Diary>();
            services?.Invoke(builder.Services);
        });
        await app.StartAsync();
        return new AgentEndpoint(app, model, time, log);
    }

    /// <summary>A service of the endpoint.</summary>
    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A turn of an agent.</summary>
    public AgentRun Turn(string agent, string message) => new(this, "agent", agent, JsonValue.Create(message));

    public AgentRun Run(string type, string component, string input) => new(this, type, component, JsonNode.Parse(input));

    public async Task<Answer> InvokeAsync(string body, CancellationToken cancellationToken = default)
    {
        var invoke = new SignedInvoke(body, Secret);
        invoke.Sign(Secret, $"{Time.NowMs}", "run-1:0");
        using var response = await _client.SendAsync(invoke.ToRequest(), cancellationToken);
        return await Answer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}

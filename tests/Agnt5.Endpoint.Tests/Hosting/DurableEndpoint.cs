using Agnt5.Endpoint.Tests.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>An endpoint whose clock the test moves, with the gates and the notebook that connect its workflows and the test.</summary>
public sealed class DurableEndpoint : IAsyncDisposable
{
    private readonly TestEndpoint _endpoint;

    private DurableEndpoint(TestEndpoint endpoint, ManualTime time) => (_endpoint, Time) = (endpoint, time);

    public ManualTime Time { get; }

    public Gates Gates => _endpoint.Services.GetRequiredService<Gates>();

    public RecordedLog Log => _endpoint.Log;

    /// <summary>The components' notes, in order.</summary>
    public IReadOnlyCollection<string> Notes => _endpoint.Services.GetRequiredService<Notebook>().Lines;

    public static async Task<DurableEndpoint> StartAsync(Action<ServerlessOptions>? options = null)
    {
        var time = new ManualTime();
        var endpoint = await TestEndpoint.StartAsync(builder => builder.Services
            .Configure(options ?? (static _ => { }))
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<Gates>()
            .AddSingleton<Notebook>()
            .AddScoped<Belonging>());
        return new DurableEndpoint(endpoint, time);
    }

    /// <summary>Waits until a component has written a line down.</summary>
    public async Task WhenNotedAsync(string line)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!Notes.Contains(line))
            await Task.Delay(10, patience.Token);
    }

    /// <summary>A run of a workflow, or a call of another component.</summary>
    public WorkflowRun Run(string component, string input = "{}", string type = "workflow") => new(this, type, component, input);

    public Task<Answer> InvokeAsync(string body) => _endpoint.InvokeAsync(body, invoke => invoke.Sign(TestEndpoint.Secret, $"{Time.NowMs}", "run-1:0"));

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();
}

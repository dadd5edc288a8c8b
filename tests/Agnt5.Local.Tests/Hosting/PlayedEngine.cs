using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;

namespace Agnt5.Local.Tests.Hosting;

/// <summary>An engine in memory on a clock that stands still, with one deployment whose endpoint a test plays.</summary>
internal sealed class PlayedEngine : IAsyncDisposable
{
    public const string DeploymentId = "dep_1";

    private readonly EngineSettings _settings;
    private readonly DeploymentState _deployment;

    private PlayedEngine(IEngineStore store, EngineSettings settings, DeploymentState deployment)
    {
        (Store, _settings, _deployment) = (store, settings with { Time = Time }, deployment);
        Engine = LocalEngine.Start(Store, _settings);
    }

    public ManualTime Time { get; } = new();

    public IEngineStore Store { get; }

    public ScriptedEndpoint Endpoint { get; } = new();

    public LocalEngine Engine { get; private set; }

    /// <summary>Starts an engine with a workflow <c>ship_order</c>, or with the components that a test gives.</summary>
    public static async Task<PlayedEngine> StartAsync(EngineSettings? settings = null, IEngineStore? store = null, params ComponentSpec[] components)
    {
        var played = new PlayedEngine(
            store ?? new MemoryStore(), settings ?? new EngineSettings(), Deployment(components.Length > 0 ? components : [new() { Type = "workflow", Name = "ship_order" }]));
        await played.ConnectAsync();
        return played;
    }

    public static RunRequest Request(string name = "ship_order", string input = "{}") => new() { ComponentType = "workflow", ComponentName = name, Input = Encoding.UTF8.GetBytes(input) };

    /// <summary>Submits a run.</summary>
    public async Task<string> SubmitAsync(RunRequest? request = null) => (await Engine.SubmitAsync(request ?? Request())).Run.Spec.RunId;

    /// <summary>Lets the engine do all that can be done at this time.</summary>
    public Task RestAsync() => Engine.WhenQuietAsync().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Rests, and moves the clock to the next time that a run or key waits for.</summary>
    public async Task GoToNextTimeAsync()
    {
        await RestAsync();
        Time.AdvanceMs(Math.Max(0, Engine.NextDueMs!.Value - Time.NowMs));
        await RestAsync();
    }

    /// <summary>Stops the engine, and starts another one on the same store.</summary>
    /// <param name="knowsDeployment">Whether the deployment is known at once.</param>
    public async Task RestartAsync(bool knowsDeployment = true)
    {
        await Engine.DisposeAsync();
        Engine = LocalEngine.Start(Store, _settings);
        if (knowsDeployment)
            await ConnectAsync();
    }

    public Task ConnectAsync() => Engine.AddAsync(_deployment, Endpoint);

    public RunPhase PhaseOf(string runId) => Engine.GetRun(runId).Phase;

    /// <summary>The types of a run's events, in order.</summary>
    public IReadOnlyList<string> EventsOf(string runId) => [.. Engine.ReadJournal(runId).Select(static entry => entry.EventType)];

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private static DeploymentState Deployment(ComponentSpec[] components) => new()
    {
        DeploymentId = DeploymentId,
        Environment = RunRequest.DefaultEnvironment,
        Provider = "local",
        ImmutableRef = "1",
        ManifestHash = "",
        Components = components,
        RequestTimeoutMs = 60_000,
        YieldBeforeTimeoutMs = 1_000,
        CreatedAtMs = 0,
    };
}

using System.Security.Cryptography;
using Agnt5.Execution;
using Agnt5.Local;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Storage;
using Agnt5.Testing.Clock;
using Agnt5.Testing.Recording;
using Agnt5.Testing.Waiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Testing;

/// <summary>
/// AGNT5 for a test: it runs components with their sleeps, questions, signals, retries and flow control, in memory, on a clock that stands still until the test moves it. Generated methods start
/// runs by the components' names: <c>agnt5.ShipOrder(order)</c>. Tests in parallel have one each. All members may be called from any thread.
/// </summary>
public sealed partial class LocalAgnt5 : IAsyncDisposable
{
    // Far from any step, so that a step which begins late still has its budget.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromMinutes(1);

    private readonly TestHost _host;
    private readonly StepPlans _plans;
    private readonly ServiceProvider? _services;

    private LocalAgnt5(TestHost host, StepPlans plans, ServiceProvider? services) => (_host, _plans, _services) = (host, plans, services);

    /// <summary>Starts AGNT5 with the components of this process.</summary>
    /// <param name="catalog">The components, usually <c>Agnt5Components.Catalog</c> of the test project, which has those of the projects that it references.</param>
    /// <param name="services">Registers the services of the components, such as fakes. Logging and the clock are there. Default: none.</param>
    /// <param name="options">The options. Default: the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="InvalidOperationException">An option or an agent cannot work; the message names every fix.</exception>
    /// <exception cref="LocalAgnt5Exception">AGNT5 would refuse the components; the message says which and why.</exception>
    /// <exception cref="Agnt5TestException">The services have another <see cref="TimeProvider"/>.</exception>
    public static async Task<LocalAgnt5> StartAsync(
        ComponentCatalog catalog, Action<IServiceCollection>? services = null, Agnt5TestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        options ??= new Agnt5TestOptions();
        var clock = new VirtualClock(options.StartsAt);
        var plans = new StepPlans();
        var records = new RunRecords();
        var provider = TestServices.Build(clock, new StepWatch(plans, records, clock), services);
        var agnt5 = new LocalAgnt5(Host(catalog, clock, clock, records, provider.GetRequiredService<ILoggerFactory>(), options), plans, provider);
        try
        {
            var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            var endpoint = new ServerlessOptions();
            options.ConfigureEndpoint?.Invoke(endpoint);
            (endpoint.SigningSecret, endpoint.SigningSecretResolver, endpoint.RequestSigningSecretResolver) = (secret, null, null);
            await agnt5._host.Engine.SyncAsync(Release(secret) with { Endpoint = new ServerlessEndpoint(catalog, endpoint, provider) }, cancellationToken).ConfigureAwait(false);
            return agnt5;
        }
        catch
        {
            await agnt5.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Starts AGNT5 with the components of a deployed endpoint, which is reached over HTTP by signed requests. It has its own clock, which no test moves: its sleeps are
    /// skipped (<see cref="TestRun.SkipSleepAsync"/>), or waited for where they end within <see cref="Agnt5TestOptions.RealTimeLimit"/>. Its services, logs and failed attempts are not seen.
    /// </summary>
    /// <param name="url">Where the endpoint is mounted.</param>
    /// <param name="secret">Its signing secret, or <see langword="null"/> for one that takes unsigned requests.</param>
    /// <param name="catalog">The components that it has, as this process knows them: inputs and outputs have types by it. Default: all is JSON.</param>
    /// <param name="options">The options. Default: the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="LocalAgnt5Exception">The endpoint does not answer, or AGNT5 would refuse its components.</exception>
    public static async Task<LocalAgnt5> ConnectAsync(
        Uri url, string? secret, ComponentCatalog? catalog = null, Agnt5TestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        var agnt5 = new LocalAgnt5(Host(catalog, clock: null, TimeProvider.System, new RunRecords(), loggers: null, options ?? new Agnt5TestOptions()), new StepPlans(), services: null);
        try
        {
            await agnt5._host.Engine.SyncAsync(Release(secret) with { Url = url, YieldBeforeTimeoutMs = 1_000 }, cancellationToken).ConfigureAwait(false);
            return agnt5;
        }
        catch
        {
            await agnt5.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stops, and tells components that are at work so by their tokens. Then it disposes the services.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.Engine.DisposeAsync().ConfigureAwait(false);
        if (_services is not null)
            await _services.DisposeAsync().ConfigureAwait(false);
    }

    private static TestHost Host(ComponentCatalog? catalog, VirtualClock? clock, TimeProvider time, RunRecords records, ILoggerFactory? loggers, Agnt5TestOptions options)
    {
        LocalEngine? engine = null;
        var settings = new EngineSettings
        {
            Time = time,
            MaxSlices = options.MaxConcurrentInvokes,
            InvokesOnWaitTimeout = options.WaitTimeouts == WaitTimeouts.Invoke,
            WakesBesideWaits = options.WakeBesideWaits,
            Around = endpoint => new RecordingConnection(endpoint, records, runId => engine!.FindRun(runId), isAtRest => Step(engine!, isAtRest), time),
        };
        engine = LocalEngine.Start(new MemoryStore(), loggers is null ? settings : settings with { Loggers = loggers });
        return new TestHost { Engine = engine, Clock = clock, Time = time, Records = records, Types = new ComponentTypes(catalog), RealTimeLimit = options.RealTimeLimit };
    }

    private static void Step(LocalEngine engine, bool aside)
    {
        if (aside)
            engine.StepAside();
        else
            engine.StepBack();
    }

    // Nearly the whole budget counts as spent, so that no wait between two attempts of a step fits into a slice: each becomes a timer of AGNT5, which a test sees and moves to.
    private static SyncRequest Release(string? secret) => new()
    {
        SigningSecret = secret,
        RequestTimeoutMs = (long)RequestTimeout.TotalMilliseconds,
        YieldBeforeTimeoutMs = (long)RequestTimeout.TotalMilliseconds - 1,
    };
}

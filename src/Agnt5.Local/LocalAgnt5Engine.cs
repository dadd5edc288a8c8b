using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Agnt5.Local;

/// <summary>
/// AGNT5 in this process, for the components of this process: it runs them with their sleeps, questions, signals, retries and flow control, as AGNT5 does. Everything is in memory, and gone when it is
/// disposed, unless <see cref="LocalAgnt5Options.Database"/> names a file. All members may be called from any thread.
/// </summary>
public sealed class LocalAgnt5Engine : IAsyncDisposable
{
    private readonly LocalAgnt5Options _options;
    private readonly LocalStores _stores;

    private LocalAgnt5Engine(LocalEngine engine, LocalStores stores, LocalAgnt5Options options) => (Engine, _stores, _options) = (engine, stores, options);

    internal LocalEngine Engine { get; }

    /// <summary>Starts a local AGNT5, with the components of this process.</summary>
    /// <param name="catalog">The components, usually <c>Agnt5Components.Catalog</c>.</param>
    /// <param name="services">
    /// The services that components are constructed from. A registered <see cref="ILoggerFactory"/> and <see cref="TimeProvider"/> are used: with a clock that a test moves, a run that sleeps for a
    /// month is tested in a moment. Default: none.
    /// </param>
    /// <param name="options">The options, which are checked here. Default: the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="InvalidOperationException">An option or an agent cannot work; the message names every fix.</exception>
    /// <exception cref="LocalAgnt5Exception">AGNT5 would refuse the components, or the database cannot be used; the message says which and why.</exception>
    public static Task<LocalAgnt5Engine> StartAsync(
        ComponentCatalog catalog, IServiceProvider? services = null, LocalAgnt5Options? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return StartWithAsync(catalog, services ?? new ServiceCollection().BuildServiceProvider(), options ?? new LocalAgnt5Options(), cancellationToken);
    }

    /// <summary>Starts it with the components of this process, or with none.</summary>
    internal static async Task<LocalAgnt5Engine> StartWithAsync(ComponentCatalog? catalog, IServiceProvider services, LocalAgnt5Options options, CancellationToken cancellationToken)
    {
        options.ThrowIfInvalid();
        // Nobody but this object reaches the endpoint, and its door wants a signature all the same.
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var endpoint = catalog is null ? null : new ServerlessEndpoint(catalog, new ServerlessOptions { SigningSecret = secret }, services);
        var stores = LocalStores.Open(options);
        var engine = LocalEngine.Start(stores.Engine, new EngineSettings
        {
            Payloads = stores.Payloads,
            Time = services.GetService<TimeProvider>() ?? TimeProvider.System,
            Loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            MaxSlices = options.MaxConcurrentInvokes,
            MaxWaitingCommands = options.MaxWaitingCalls,
            InvokesOnWaitTimeout = options.WaitTimeouts == WaitTimeouts.Invoke,
            WakesBesideWaits = options.WakeBesideWaits,
        });
        try
        {
            if (endpoint is not null)
            {
                var release = new SyncRequest
                {
                    Endpoint = endpoint,
                    SigningSecret = secret,
                    Environment = options.Environment,
                    RequestTimeoutMs = (long)options.RequestTimeout.TotalMilliseconds,
                    YieldBeforeTimeoutMs = (long)options.YieldBeforeTimeout.TotalMilliseconds,
                };
                await engine.SyncAsync(release, cancellationToken).ConfigureAwait(false);
            }

            return new LocalAgnt5Engine(engine, stores, options);
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            stores.Engine.Dispose();
            throw;
        }
    }

    /// <summary>Starts a run, and comes back once it is accepted.</summary>
    /// <param name="type">The kind of component.</param>
    /// <param name="name">The component's name on the wire, for example <c>approve_order</c>.</param>
    /// <param name="input">The input as UTF-8 JSON; empty for <c>{}</c>. It is kept, and must not change any more.</param>
    /// <param name="options">What else it is started with. Default: nothing.</param>
    /// <param name="cancellationToken">Ends the waiting, not the run.</param>
    /// <returns>The run's id. With an idempotency key it may be that of an earlier run.</returns>
    /// <exception cref="LocalAgnt5Exception">There is no such component, the input is no JSON, or too many calls wait.</exception>
    public async Task<string> SubmitAsync(
        ComponentType type, string name, ReadOnlyMemory<byte> input = default, LocalRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var request = new RunRequest
        {
            ComponentType = type.ToWireName(),
            ComponentName = name,
            Input = input,
            Environment = _options.Environment,
            SessionId = options?.SessionId,
            UserId = options?.UserId,
            TenantId = options?.TenantId,
            IdempotencyKey = options?.IdempotencyKey,
            Metadata = new Dictionary<string, string>(options?.Metadata ?? new Dictionary<string, string>()),
        };
        return (await Engine.SubmitAsync(request, cancellationToken).ConfigureAwait(false)).Run.Spec.RunId;
    }

    /// <inheritdoc cref="SubmitAsync(ComponentType, string, ReadOnlyMemory{byte}, LocalRunOptions?, CancellationToken)"/>
    /// <param name="type">The kind of component.</param>
    /// <param name="name">The component's name on the wire, for example <c>approve_order</c>.</param>
    /// <param name="input">The input.</param>
    /// <param name="options">What else it is started with. Default: nothing.</param>
    /// <param name="cancellationToken">Ends the waiting, not the run.</param>
    public Task<string> SubmitAsync(ComponentType type, string name, JsonElement input, LocalRunOptions? options = null, CancellationToken cancellationToken = default) =>
        SubmitAsync(type, name, Encoding.UTF8.GetBytes(input.GetRawText()), options, cancellationToken);

    /// <summary>Waits until a run has ended.</summary>
    /// <exception cref="LocalAgnt5Exception">There is no such run.</exception>
    public Task<LocalRun> WaitAsync(string runId, CancellationToken cancellationToken = default) => WaitAsync(runId, RunStop.Ended, cancellationToken);

    /// <summary>Waits until a run has ended or pauses for a time, an answer or a signal.</summary>
    /// <exception cref="LocalAgnt5Exception">There is no such run.</exception>
    public Task<LocalRun> WaitForPauseAsync(string runId, CancellationToken cancellationToken = default) => WaitAsync(runId, RunStop.EndedOrPaused, cancellationToken);

    /// <summary>Finds a run, or <see langword="null"/>.</summary>
    public LocalRun? FindRun(string runId) => Engine.FindRun(runId) is { } run ? LocalRuns.Show(run, Engine) : null;

    /// <summary>Gives a paused run a person's answer.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="response">The answer as text: an option's id, a JSON array of ids as text, or <c>__skipped__</c> (protocol section 6, "User input").</param>
    /// <param name="cancellationToken">Ends the waiting, not the answer.</param>
    /// <exception cref="LocalAgnt5Exception">There is no such run, or it is not paused.</exception>
    public Task AnswerAsync(string runId, string response, CancellationToken cancellationToken = default) => Engine.AnswerAsync(runId, response, cancellationToken);

    /// <summary>Sends a run a signal. A run that does not wait for it keeps it until it does.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="name">The signal's name.</param>
    /// <param name="payload">The payload as UTF-8 JSON; empty for <c>{}</c>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the signal.</param>
    /// <exception cref="LocalAgnt5Exception">There is no such run, it has ended, it keeps too many signals, or the payload is no JSON.</exception>
    public Task SignalAsync(string runId, string name, ReadOnlyMemory<byte> payload = default, CancellationToken cancellationToken = default) =>
        Engine.SignalAsync(runId, name, payload, cancellationToken);

    /// <summary>
    /// Ends the sleep of a paused run now, or the wait for a step's next attempt. No clock moves: the component goes on as if the sleep had begun earlier. AGNT5 itself has no such call.
    /// </summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Ends the waiting, not the skip.</param>
    /// <exception cref="LocalAgnt5Exception">There is no such run, or it does not sleep (<c>RUN_NOT_SLEEPING</c>): it runs, waits for somebody, or has ended.</exception>
    public Task SkipAsync(string runId, CancellationToken cancellationToken = default) => Engine.SkipAsync(runId, cancellationToken);

    /// <summary>Cancels a run at once.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="reason">Why. Default: <c>manual</c>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the cancellation.</param>
    /// <exception cref="LocalAgnt5Exception">There is no such run, or it has ended.</exception>
    public Task CancelAsync(string runId, string reason = "manual", CancellationToken cancellationToken = default) => Engine.CancelAsync(runId, reason, cancellationToken);

    /// <summary>
    /// Stops, and tells components that are at work so by their tokens. Runs that have not ended are gone, or go on at the next start with the same <see cref="LocalAgnt5Options.Database"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync().ConfigureAwait(false);
        _stores.Engine.Dispose();
    }

    private async Task<LocalRun> WaitAsync(string runId, RunStop stop, CancellationToken cancellationToken) =>
        LocalRuns.Show(await Engine.WaitAsync(runId, stop, timeout: null, cancellationToken).ConfigureAwait(false), Engine);
}

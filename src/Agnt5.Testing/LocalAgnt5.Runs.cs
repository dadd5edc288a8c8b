using System.Text.Json;
using Agnt5.Json;
using Agnt5.Local;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;
using Agnt5.Protocol;

namespace Agnt5.Testing;

public sealed partial class LocalAgnt5
{
    /// <summary>The runs so far, the first one first: those that the test started, and those that events and schedules did.</summary>
    public IReadOnlyList<TestRun> Runs => [.. _host.Engine.ListRuns(new RunFilter { Limit = int.MaxValue }).Reverse().Select(run => TestRun.Of(run.Spec.RunId, _host))];

    /// <summary>Starts a run. Generated methods do it by the component's name, with its parameters.</summary>
    /// <typeparam name="TOutput">What the component returns; <see cref="JsonElement"/> for JSON.</typeparam>
    /// <param name="type">The kind of component.</param>
    /// <param name="name">The component's name on the wire, for example <c>ship_order</c>.</param>
    /// <param name="input">The input.</param>
    /// <param name="options">How the run is started. Default: nothing more.</param>
    /// <param name="cancellationToken">Ends the call, not the run.</param>
    /// <returns>The run, which may be at work.</returns>
    /// <exception cref="LocalAgnt5Exception">There is no such component.</exception>
    /// <exception cref="Agnt5TestException">The component takes no such input.</exception>
    public async Task<TestRun<TOutput>> StartAsync<TOutput>(
        ComponentType type, string name, TestInput input, LocalRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(input);
        var request = new RunRequest
        {
            ComponentType = type.ToWireName(),
            ComponentName = name,
            Input = input.Write(_host.Types.Find(type, name), _host.Types),
            SessionId = options?.SessionId,
            UserId = options?.UserId,
            TenantId = options?.TenantId,
            IdempotencyKey = options?.IdempotencyKey,
            Metadata = new Dictionary<string, string>(options?.Metadata ?? new Dictionary<string, string>()),
        };
        if (_captured is not null)
        {
            _captured.Add(request);
            return new TestRun<TOutput>("", _host);
        }

        var accepted = await _host.Engine.SubmitAsync(request, cancellationToken).ConfigureAwait(false);
        return new TestRun<TOutput>(accepted.Run.Spec.RunId, _host);
    }

    /// <summary>Starts a run whose input and output are JSON.</summary>
    /// <inheritdoc cref="StartAsync{TOutput}(ComponentType, string, TestInput, LocalRunOptions?, CancellationToken)"/>
    public Task<TestRun<JsonElement>> StartAsync(ComponentType type, string name, JsonElement input, LocalRunOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync<JsonElement>(type, name, TestInput.Json(input), options, cancellationToken);

    /// <summary>Starts a run with one value as its input.</summary>
    /// <typeparam name="TInput">What the component takes.</typeparam>
    /// <typeparam name="TOutput">What the component returns.</typeparam>
    /// <inheritdoc cref="StartAsync{TOutput}(ComponentType, string, TestInput, LocalRunOptions?, CancellationToken)"/>
    public Task<TestRun<TOutput>> StartAsync<TInput, TOutput>(ComponentType type, string name, TInput input, LocalRunOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync<TOutput>(type, name, TestInput.Value(input), options, cancellationToken);

    /// <summary>Publishes an event.</summary>
    /// <param name="name">The event's name, for example <c>order.created</c>.</param>
    /// <param name="payload">Its payload, of a type that a component takes, or JSON.</param>
    /// <param name="eventId">Its id. The same id again starts nothing. Default: a new one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The runs that it started. A filter within a component may end them at once.</returns>
    /// <exception cref="Agnt5TestException">No component knows the payload's type.</exception>
    public async Task<IReadOnlyList<TestRun>> PublishAsync<T>(string name, T payload, string? eventId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var request = new EventRequest { EventName = name, EventId = eventId, Payload = BoundJson.Write(payload, _host.Types.Of<T>(component: null, "the payload")) };
        var received = await _host.Engine.PublishAsync(request, cancellationToken).ConfigureAwait(false);
        return received.IsDuplicate ? [] : [.. received.Event.RunIds.Select(runId => TestRun.Of(runId, _host))];
    }
}

using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Execution.Waits;
using Agnt5.Generated;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5;

/// <summary>
/// The context of a workflow. Its durable calls return the results that an earlier slice recorded, so a workflow that runs again from the top does
/// nothing twice (protocol section 6). Await durable calls in the workflow's own code.
/// </summary>
public partial class WorkflowContext : ComponentContext
{
    private readonly Invocation _invocation;
    private readonly WorkflowSlice _slice;
    private readonly DurableScope _scope;
    private readonly ComponentDescriptor _component;
    private readonly IRunAgents _agents;
    private StepRunner? _steps;
    private Timers? _timers;
    private ILogger? _logger;

    internal WorkflowContext(Invocation invocation, WorkflowSlice slice, IRunAgents agents)
        : this(invocation, slice, agents, invocation.Component, DurableScope.Run)
    {
    }

    private protected WorkflowContext(Invocation invocation, WorkflowSlice slice, IRunAgents agents, ComponentDescriptor component, DurableScope scope)
        : base(invocation, component)
    {
        _invocation = invocation;
        _slice = slice;
        _scope = scope;
        _component = component;
        _agents = agents;
    }

    /// <summary>Whether the run is replaying: until now, every result came from the checkpoint.</summary>
    public bool IsReplaying => _slice.IsReplaying;

    /// <summary>
    /// The event or webhook that started the run (protocol section 4), or <see langword="null"/> when the run was started directly. A workflow without <see cref="OnEventAttribute"/> and
    /// <see cref="OnWebhookAttribute"/> has no trigger, whatever its input is.
    /// </summary>
    public RunTrigger? Trigger => _invocation.Trigger;

    /// <summary>The recorded time, in UTC and whole milliseconds. A replay gets the time that the first run of this call got.</summary>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    public DateTimeOffset UtcNow
    {
        get
        {
            using var call = _slice.Entrance.EnterEngine("UtcNow");
            return _slice.Times.Next();
        }
    }

    /// <summary>Random numbers that are the same on every replay. Each use of this property begins a new sequence, seeded by the run's id and the number of the use.</summary>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    public Random Random => Seeded("Random").NextRandom();

    /// <inheritdoc/>
    public override ILogger Logger => _logger ??= new ReplayAwareLogger(base.Logger, _slice);

    /// <summary>Makes an id that is the same on every replay, from the run's id and the number of the call (UUID version 8).</summary>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    public Guid NewGuid() => Seeded("NewGuid").NextGuid();

    /// <summary>Runs a step once. A replay returns the recorded result and does not run <paramref name="body"/>.</summary>
    /// <typeparam name="T">The result's type. It crosses the wire in the checkpoint, so the generator must know it.</typeparam>
    /// <param name="name">The step's name: its identity over replays. The name must not begin with <c>agnt5:</c>.</param>
    /// <param name="body">The work of the step. It runs on the thread pool. Its token fires when the caller goes away and at the budget's deadline.</param>
    /// <param name="options">The step's key, where steps share a name, and its retries.</param>
    /// <returns>The body's result, or the recorded one.</returns>
    /// <exception cref="StepFailedException">The body threw.</exception>
    /// <exception cref="NonRetryableException">
    /// The recorded result does not bind to <typeparamref name="T"/>, the key is used already, there is no policy of the name, or the call did not come from the workflow's own code.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task<T> StepAsync<T>(string name, Func<CancellationToken, Task<T>> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, new StepBody<T>(body, TypeInfo<T>("step result")));
    }

    /// <summary>Runs a step without a result once. A replay does not run <paramref name="body"/>.</summary>
    /// <inheritdoc cref="StepAsync{T}(string, Func{CancellationToken, Task{T}}, StepOptions?)"/>
    public Task StepAsync(string name, Func<CancellationToken, Task> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, new StepBody<object?>(body));
    }

    /// <inheritdoc cref="StepAsync{T}(string, Func{CancellationToken, Task{T}}, StepOptions?)"/>
    public Task<T> StepAsync<T>(string name, Func<Task<T>> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, new StepBody<T>(body, TypeInfo<T>("step result")));
    }

    /// <inheritdoc cref="StepAsync(string, Func{CancellationToken, Task}, StepOptions?)"/>
    public Task StepAsync(string name, Func<Task> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, new StepBody<object?>(body));
    }

    /// <inheritdoc cref="StepAsync{T}(string, Func{CancellationToken, Task{T}}, StepOptions?)"/>
    public Task<T> StepAsync<T>(string name, Func<T> body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, new StepBody<T>(body, TypeInfo<T>("step result")));
    }

    /// <inheritdoc cref="StepAsync(string, Func{CancellationToken, Task}, StepOptions?)"/>
    public Task StepAsync(string name, Action body, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Steps.RunAsync(name, options, new StepBody<object?>(body));
    }

    /// <summary>Runs a step once, with the JSON metadata of its result as an argument. A generic helper needs this, because the generator cannot know its open <typeparamref name="T"/>.</summary>
    /// <inheritdoc cref="StepAsync{T}(string, Func{CancellationToken, Task{T}}, StepOptions?)"/>
    /// <param name="name">The step's name: its identity over replays. The name must not begin with <c>agnt5:</c>.</param>
    /// <param name="body">The work of the step. It runs on the thread pool. Its token fires when the caller goes away and at the budget's deadline.</param>
    /// <param name="resultType">The metadata of the result's type.</param>
    /// <param name="options">The step's key, where steps share a name, and its retries.</param>
    public Task<T> StepAsync<T>(string name, Func<CancellationToken, Task<T>> body, JsonTypeInfo<T> resultType, StepOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(resultType);
        return Steps.RunAsync(name, options, new StepBody<T>(body, resultType));
    }

    /// <summary>Sleeps, for days if needed: the run is suspended and AGNT5 resumes it (protocol section 6). Zero returns at once.</summary>
    /// <param name="duration">How long to sleep, not negative. A part of a millisecond counts as a whole one.</param>
    /// <param name="name">The sleep's identity over replays. Default: <c>sleep_{ms}ms</c>, then <c>sleep_{ms}ms:2</c> and so on in call order.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is negative.</exception>
    /// <exception cref="NonRetryableException">The name is used already, or the call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task SleepAsync(TimeSpan duration, string? name = null) => Timers.SleepAsync(duration, name);

    /// <summary>Sleeps until a time (protocol section 6). A time that has passed returns at once.</summary>
    /// <param name="time">The time.</param>
    /// <param name="name">The sleep's identity over replays. Default: <c>sleep_until_{n}</c>, from 0 in call order.</param>
    /// <exception cref="NonRetryableException">The name is used already, or the call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public Task SleepUntilAsync(DateTimeOffset time, string? name = null) => Timers.SleepUntilAsync(time, name);

    /// <summary>
    /// Suspends the run when the budget's time is nearly up (protocol section 6). The next slice continues from here. Every step is already such a point; call this in long work between steps.
    /// Without a budget it does nothing.
    /// </summary>
    /// <param name="reason">The reason that the response gives. Not blank, and not the name of a built-in reason.</param>
    /// <exception cref="ArgumentException">The reason is blank, or is <c>timer</c>, <c>signal</c> or <c>user_input_required</c>.</exception>
    /// <exception cref="NonRetryableException">The call did not come from the workflow's own code.</exception>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public ValueTask YieldIfNeededAsync(string reason = BudgetSuspension.DefaultReason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (Suspension.NamesAWait(reason))
            throw new ArgumentException($"'{reason}' is the reason of a built-in wait. Give the yield a different reason.", nameof(reason));
        WireText.ThrowIfBroken(reason, "The reason of a yield");

        using var call = _slice.Entrance.EnterDurableCall("YieldIfNeededAsync");
        if (!call.GoesOn)
            return new ValueTask(DurableCall.Never<bool>());
        if (!_slice.IsNearlySpent)
            return ValueTask.CompletedTask;

        _slice.Yield(reason);
        return new ValueTask(DurableCall.Never<bool>());
    }

    internal StepRunner Steps => _steps ??= new StepRunner(_slice, _scope, _component);

    private Timers Timers => _timers ??= new Timers(_slice, _scope);

    private RunRandom Seeded(string call)
    {
        _slice.Entrance.EnterOwnCode(call);
        return _slice.Random;
    }

    private protected override void Emit(EmittedEvent emitted)
    {
        if (emitted.Step is not null)
        {
            base.Emit(emitted);
            return;
        }

        using var call = _slice.Entrance.EnterEngine("EmitAsync");
        // Past the deadline the code has ended, although it may not have noticed yet.
        if (!_slice.DeadlineHasPassed && _slice.Events.CountNext())
            base.Emit(emitted);
    }
}

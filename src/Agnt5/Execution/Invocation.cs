using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Components;
using Agnt5.Execution.Telemetry;
using Agnt5.Json;
using Agnt5.Protocol;
using Agnt5.Tools;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>One invocation while it runs: its identity, its services and the two ends of the call, input and output.</summary>
internal sealed class Invocation : ComponentCall, IAsyncDisposable
{
    private readonly ComponentInput _input;
    private readonly SliceOutput _output;
    private readonly InvocationServices _services;
    private readonly TriggeredCall? _triggered;
    private FunctionContext? _functionContext;
    private InvocationState? _state;
    private ILogger? _logger;

    /// <param name="identity">Which invocation it is.</param>
    /// <param name="input">What the component is given.</param>
    /// <param name="output">Where what it returns goes.</param>
    /// <param name="budget">How long it may run.</param>
    /// <param name="services">The services that it may use, which the invocation owns from here on.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    public Invocation(
        InvocationIdentity identity, ComponentInput input, IOutputSink output, Budget budget, InvocationServices services, CancellationToken cancellationToken)
    {
        _input = input;
        _output = new SliceOutput(output);
        _services = services;
        _triggered = identity.Component.IsStartedByEvents ? new TriggeredCall(this) : null;
        Identity = identity;
        Budget = budget;
        Cancellation = new SliceCancellation(budget, services.Host.Time, services.Host.Logger, cancellationToken);
    }

    public InvocationIdentity Identity { get; }

    public ComponentDescriptor Component => Identity.Component;

    public string RunId => Identity.RunId;

    /// <inheritdoc cref="InvocationIdentity.LoggedRunId"/>
    public string LoggedRunId => Identity.LoggedRunId;

    public string InvocationId => Identity.InvocationId;

    public int Attempt => Identity.Attempt;

    public IReadOnlyDictionary<string, string> Metadata => Identity.Metadata;

    /// <summary>The input's JSON, empty when there is none.</summary>
    public ReadOnlyMemory<byte> Input => _input.Json;

    /// <summary>How many bytes the request has; 0 when the call came otherwise.</summary>
    public long RequestBytes { get; init; }

    /// <summary>The endpoint's components.</summary>
    public ComponentDirectory Directory => _services.Host.Directory;

    /// <summary>What the host decides for all of its invocations.</summary>
    public InvocationSettings Settings => _services.Host.Settings;

    public required Checkpoint Checkpoint { get; init; }

    public Budget Budget { get; }

    public SliceCancellation Cancellation { get; }

    public TimeProvider Time => _services.Host.Time;

    public EventLog Events { get; } = new();

    /// <summary>What traces and metrics are told; <see langword="null"/> when nobody listens.</summary>
    public InvocationTelemetry? Telemetry { get; set; }

    public InvocationState State => LazyInitializer.EnsureInitialized(ref _state);

    /// <summary>The slice that a workflow or agent runs on; none for functions and tools.</summary>
    public WorkflowSlice? Slice { get; set; }

    public ILogger Logger => _logger ??= CreateLogger(Component);

    public IServiceProvider Services => _services.Scoped;

    /// <summary>The logger of a component that runs as a part of this invocation.</summary>
    public ILogger LoggerOf(ComponentDescriptor component) => ReferenceEquals(component, Component) ? Logger : CreateLogger(component);

    public override CancellationToken CancellationToken => Cancellation.Token;

    public override FunctionContext FunctionContext => _functionContext ??= new FunctionContext(this);

    public override WorkflowContext WorkflowContext =>
        Slice?.Context ?? throw new InvalidOperationException($"{Component.Name} is not a workflow and has no workflow context.");

    public override AgentContext AgentContext =>
        Slice?.Context as AgentContext ?? throw new InvalidOperationException($"{Component.Name} is not an agent and has no agent context.");

    public override string AgentMessage => AgentContext.Turn.Message;

    public override TriggeredCall Triggered => _triggered ?? base.Triggered;

    /// <summary>What started the run, or <see langword="null"/> when it was started directly.</summary>
    public RunTrigger? Trigger => _triggered?.Trigger;

    /// <summary>What the input must be, and what of it may be told.</summary>
    public DocumentDemands InputDemands => DocumentDemands.InputOf(Component) is var demands && Settings.LogsInputProblems ? demands with { IsLogged = true } : demands;

    public override T ReadInput<T>(JsonTypeInfo<T> type) => _input.Read(type, Component.Type, InputDemands);

    public override void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        if (_output.TryWrite(value, type))
            (Slice?.Context as AgentContext)?.Turn.TakeAnswer(value, type);
    }

    public override async ValueTask WriteStreamAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> itemType, JsonTypeInfo<List<T>> listType)
    {
        ComponentContext context = Slice is null ? FunctionContext : WorkflowContext;
        WriteOutput(await StreamedOutput.CollectAsync(items, context, itemType).ConfigureAwait(true), listType);
    }

    /// <summary>Whether code that was given up keeps what its output goes to.</summary>
    public bool KeepsOutput => _output.KeepsSink;

    /// <summary>Takes neither output nor events any more: what was given up must not reach the response.</summary>
    public void Close()
    {
        _output.Close();
        _triggered?.Close();
        Events.Close();
    }

    /// <summary>Services for what runs beside the rest of the invocation.</summary>
    public InvocationServices Fork() => _services.Fork();

    /// <summary>The services of the invocation itself.</summary>
    public InvocationServices Shared => _services;

    /// <summary>Writes what a completed run hands over. The turns of agents are a part of their sessions now, and their records are not needed any more (protocol section 6).</summary>
    public void WriteCompletedState(Utf8JsonWriter writer)
    {
        if (Component.Type == ComponentType.Agent)
            Checkpoint.RemoveReserved(static _ => true);
        else if (Slice is { HasAgentTurns: true })
            Checkpoint.RemoveReserved(DurableKey.IsOfTurn);
        if (Slice?.Sessions is { AreChanged: true } sessions)
            Checkpoint.ReplaceSessions(sessions.Write());
        WriteState(writer);
    }

    /// <summary>Writes what the run hands over with its response: the checkpoint and the events.</summary>
    public void WriteState(Utf8JsonWriter writer)
    {
        if (!Checkpoint.IsEmpty)
            Checkpoint.WriteTo(writer);
        Events.WriteTo(writer);
    }

    public override T Service<T>() => _services.Required<T>();

    public override T? OptionalService<T>()
        where T : default => _services.Optional<T>();

    public override T KeyedService<T>(object? key) => _services.RequiredKeyed<T>(key);

    public override T Own<T>(T instance) => _services.Own(instance);

    private GuardedLogger CreateLogger(ComponentDescriptor component) => new(_services.Host.LoggerFactory.CreateLogger($"Agnt5.Components.{component.Name}"));

    public ValueTask DisposeAsync()
    {
        Cancellation.Dispose();
        return _services.DisposeAsync();
    }
}

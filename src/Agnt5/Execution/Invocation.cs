using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution.Telemetry;
using Agnt5.Generated;
using Agnt5.Json;
using Agnt5.Json.Limits;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>One invocation while it runs: its identity, its services and the two ends of the call, input and output.</summary>
internal sealed class Invocation : ScopedCall, IRunState, IAsyncDisposable
{
    private readonly ComponentInput _input;
    private readonly SliceOutput _output;
    private readonly TriggeredCall? _triggered;
    private FunctionContext? _functionContext;
    private PatternTime? _patternTime;
    private InvocationState? _state;
    private ILogger? _logger;

    /// <param name="identity">Which invocation it is.</param>
    /// <param name="input">The component's input.</param>
    /// <param name="output">The target of the component's output.</param>
    /// <param name="budget">How long the invocation may run.</param>
    /// <param name="services">The services for the invocation, which owns them from here on.</param>
    /// <param name="cancellationToken">Fires when the caller goes away.</param>
    public Invocation(
        InvocationIdentity identity, ComponentInput input, IOutputSink output, Budget budget, InvocationServices services, CancellationToken cancellationToken)
        : base(services)
    {
        _input = input;
        _output = new SliceOutput(output);
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

    /// <summary>The length of the request in bytes; 0 for a call without a request.</summary>
    public long RequestBytes { get; init; }

    /// <summary>The body that runs on the slice; <see langword="null"/> for functions and tools.</summary>
    public SliceBody? Body { get; init; }

    /// <summary>The host's settings for all its invocations.</summary>
    public InvocationSettings Settings => Scope.Host.Settings;

    public required Checkpoint Checkpoint { get; init; }

    public Budget Budget { get; }

    public SliceCancellation Cancellation { get; }

    public TimeProvider Time => Scope.Host.Time;

    public EventLog Events { get; init; } = new();

    /// <summary>The invocation's traces and metrics; <see langword="null"/> when nobody listens.</summary>
    public InvocationTelemetry? Telemetry { get; set; }

    public InvocationState State => LazyInitializer.EnsureInitialized(ref _state);

    /// <summary>The slice that the body runs on; <see langword="null"/> for functions and tools.</summary>
    public WorkflowSlice? Slice { get; set; }

    public ILogger Logger => _logger ??= CreateLogger(Component);

    /// <summary>The logger of a component that runs as a part of this invocation.</summary>
    public ILogger LoggerOf(ComponentDescriptor component) => ReferenceEquals(component, Component) ? Logger : CreateLogger(component);

    public override CancellationToken CancellationToken => Cancellation.Token;

    public override T Context<T>() =>
        (typeof(T) == typeof(FunctionContext) ? FunctionContext : (object?)Slice?.Context) as T ?? throw new InvalidOperationException($"{Component.Name} has no {typeof(T).Name}.");

    public FunctionContext FunctionContext => _functionContext ??= new FunctionContext(this, this, Component, RunId);

    public WorkflowContext WorkflowContext =>
        Slice?.Context ?? throw new InvalidOperationException($"{Component.Name} is not a workflow and has no workflow context.");

    /// <summary>The call of a workflow that events or webhooks start.</summary>
    public TriggeredCall Triggered => _triggered ?? throw new InvalidOperationException("Events and webhooks start only workflows with an [OnEvent] or [OnWebhook] attribute.");

    /// <summary>The event or webhook that started the run, or <see langword="null"/> when the run was started directly.</summary>
    public RunTrigger? Trigger => _triggered?.Trigger;

    /// <summary>The demands on the input, and how much of it errors may show.</summary>
    /// <param name="type">The type of the input.</param>
    public DocumentDemands InputDemandsOn(JsonTypeInfo type)
    {
        var demands = DocumentDemands.InputWithin(Component.InputLimits, Settings.QuotesRefusedValues);
        if (Settings.LogsInputProblems)
            demands = demands with { IsLogged = true };
        return Component.InputLimits is not null || LimitedTypes.Of(type).HoldValues ? demands with { PatternTime = PatternTime } : demands;
    }

    /// <summary>The time that all documents of the request have for patterns.</summary>
    public PatternTime PatternTime => LazyInitializer.EnsureInitialized(ref _patternTime);

    public override T ReadInput<T>(JsonTypeInfo<T> type) => _input.Read(type, Component.Type, InputDemandsOn(type));

    public override void WriteOutput<T>(T value, JsonTypeInfo<T> type) => _output.Write(value, type);

    public override async ValueTask WriteStreamAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> itemType, JsonTypeInfo<List<T>> listType)
    {
        ComponentContext context = Slice is null ? FunctionContext : WorkflowContext;
        WriteOutput(await StreamedOutput.CollectAsync(items, context, itemType).ConfigureAwait(true), listType);
    }

    /// <summary>Whether code that was given up still writes to the output.</summary>
    public bool KeepsOutput => _output.KeepsSink;

    /// <summary>Takes no more output and events: code that was given up must not reach the response.</summary>
    public void Close()
    {
        _output.Close();
        _triggered?.Close();
        Events.Close();
    }

    /// <summary>Services for a part of the invocation that runs in parallel to the rest.</summary>
    public InvocationServices Fork() => Scope.Fork();

    /// <summary>The services of the invocation itself.</summary>
    public InvocationServices Shared => Scope;

    /// <summary>Makes the checkpoint that a completed run keeps.</summary>
    public void Complete() => Body?.Complete(Checkpoint);

    /// <summary>Writes the run's state into its response: the checkpoint and the events.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (!Checkpoint.IsEmpty)
            Checkpoint.WriteTo(writer);
        Events.WriteTo(writer);
    }

    private GuardedLogger CreateLogger(ComponentDescriptor component) => new(Scope.Host.LoggerFactory.CreateLogger($"Agnt5.Components.{component.Name}"));

    public ValueTask DisposeAsync()
    {
        Cancellation.Dispose();
        return Scope.DisposeAsync();
    }
}

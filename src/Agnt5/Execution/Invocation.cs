using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution.Telemetry;
using Agnt5.Generated;
using Agnt5.Json;
using Agnt5.Payloads;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>One invocation while it runs: its identity, its services and the two ends of the call, input and output.</summary>
internal sealed class Invocation : ScopedCall, IAsyncDisposable
{
    private readonly Envelope _envelope;
    private readonly ResponseWriter _response;
    private readonly Lock _outputGate = new();
    private FunctionContext? _functionContext;
    private InvocationState? _state;
    private TriggeredCall? _triggered;
    private ILogger? _logger;
    private volatile bool _isClosed;

    public Invocation(
        Envelope envelope,
        ComponentDescriptor component,
        string runId,
        string? attemptId,
        InvocationServices services,
        ResponseWriter response,
        CancellationToken cancellationToken)
        : base(services)
    {
        _envelope = envelope;
        _response = response;
        Component = component;
        RunId = runId;
        InvocationId = attemptId ?? $"{runId}:{envelope.Attempt}";
        Checkpoint = new Checkpoint(envelope.Steps, envelope.AgentSessions);
        Budget = new Budget(envelope, services.Host.Time);
        Cancellation = new SliceCancellation(Budget, services.Host.Time, services.Host.Logger, cancellationToken);
    }

    public ComponentDescriptor Component { get; }

    public string RunId { get; }

    /// <summary>The run's id where the request named one; else each request has another.</summary>
    public string? GivenRunId { get; init; }

    /// <summary>The run's id as log lines show it.</summary>
    public string LoggedRunId => CallerText.Shorten(RunId);

    public string InvocationId { get; }

    public int Attempt => _envelope.Attempt;

    /// <summary>How many bytes the request's body has.</summary>
    public int RequestBytes => _envelope.SizeBytes;

    /// <summary>The length of the input that was fetched by reference, or <see langword="null"/>.</summary>
    public long? FetchedInputBytes => _envelope.FetchedInputBytes;

    public IReadOnlyDictionary<string, string> Metadata => _envelope.Metadata;

    /// <summary>The input's JSON, empty when there is none.</summary>
    public ReadOnlyMemory<byte> Input => _envelope.Input;

    /// <summary>Whether the caller wants deltas while an answer is made.</summary>
    public bool IsStreaming => _envelope.IsStreaming;

    /// <summary>What runs on a slice; <see langword="null"/> for functions and tools.</summary>
    public SliceBody? Body { get; init; }

    /// <summary>Whether spans tell what was said.</summary>
    public bool CapturesContent { get; init; }

    /// <summary>Whether answers count for questions that nobody was asked.</summary>
    public bool AcceptsUnaskedAnswers { get; init; }

    public Checkpoint Checkpoint { get; }

    /// <summary>How long a request to this endpoint may be, in bytes. Default: any length, for calls that come otherwise.</summary>
    public long MaxRequestBytes { get; init; } = long.MaxValue;

    public Budget Budget { get; }

    public SliceCancellation Cancellation { get; }

    public TimeProvider Time => Scope.Host.Time;

    public EventLog Events { get; } = new();

    /// <summary>What traces and metrics are told; <see langword="null"/> when nobody listens.</summary>
    public InvocationTelemetry? Telemetry { get; set; }

    public InvocationState State => LazyInitializer.EnsureInitialized(ref _state);

    /// <summary>Whether the log tells where a refused input was wrong.</summary>
    public bool LogsInputProblems { get; init; }

    /// <summary>The input, where it was bound while it was fetched.</summary>
    public BoundInput? BoundInput { get; init; }

    /// <summary>The output, where it is too large to stay in the response.</summary>
    public LargeOutput? LargeOutput { get; private set; }

    /// <summary>The slice that the body runs on; none for functions and tools.</summary>
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
    public TriggeredCall Triggered
    {
        get
        {
            lock (_outputGate)
            {
                if (_isClosed && _triggered is null)
                    throw new InvalidOperationException("The slice is over: what started the run must be asked for before its end.");
                return _triggered ??= new TriggeredCall(this);
            }
        }
    }

    /// <summary>What the input must be, and what of it may be told.</summary>
    public DocumentDemands InputDemands => DocumentDemands.InputWithin(Component.InputLimits) is var demands && LogsInputProblems ? demands with { IsLogged = true } : demands;

    /// <summary>What started the run, or <see langword="null"/> when it was started directly.</summary>
    public RunTrigger? Trigger => Component.IsStartedByEvents ? Triggered.Trigger : null;

    public override T ReadInput<T>(JsonTypeInfo<T> type)
    {
        if (BoundInput is not null)
            return BoundInput.Get<T>();

        // For tools a non-object input means {} (protocol section 4).
        var json = _envelope.Input.Span;
        if (json.IsEmpty || (Component.Type == ComponentType.Tool && json[0] != (byte)'{'))
            json = "{}"u8;

        return InputReader.Read(json, type, InputDemands);
    }

    public override void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        lock (_outputGate)
        {
            if (_isClosed)
                return;
            if (_envelope.OutputUpload.IsEmpty || OutputUpload.Threshold(_envelope.OutputUpload) is not { } threshold)
                _response.WriteOutput(value, type);
            else
                LargeOutput = OutputMeasure.WriteOrMeasure(value, type, threshold, _response);
        }
    }

    public override async ValueTask WriteStreamAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> itemType, JsonTypeInfo<List<T>> listType)
    {
        ComponentContext context = Slice is null ? FunctionContext : WorkflowContext;
        WriteOutput(await StreamedOutput.CollectAsync(items, context, itemType).ConfigureAwait(true), listType);
    }

    /// <summary>Whether code that was given up is in the middle of writing its output, and keeps the response's writer.</summary>
    public bool IsWriterKept { get; private set; }

    /// <summary>Takes neither output nor events any more: what was given up must not reach the response.</summary>
    public void Close()
    {
        // What is being written may be an object whose members block.
        IsWriterKept = !_outputGate.TryEnter();
        _isClosed = true;
        if (!IsWriterKept)
            _outputGate.Exit();
        _triggered?.Close();
        Events.Close();
    }

    /// <summary>Services for what runs beside the rest of the invocation.</summary>
    public InvocationServices Fork() => Scope.Fork();

    /// <summary>The services of the invocation itself.</summary>
    public InvocationServices Shared => Scope;

    /// <summary>Writes what a completed run hands over.</summary>
    public void WriteCompletedState(Utf8JsonWriter writer)
    {
        Body?.Complete(Checkpoint);
        WriteState(writer);
    }

    /// <summary>Writes what the run hands over with its response: the checkpoint and the events.</summary>
    public void WriteState(Utf8JsonWriter writer)
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

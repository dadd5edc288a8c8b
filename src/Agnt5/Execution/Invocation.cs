using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Components;
using Agnt5.Execution.Telemetry;
using Agnt5.Json;
using Agnt5.Payloads;
using Agnt5.Primitives;
using Agnt5.Protocol;
using Agnt5.Tools;
using Microsoft.Extensions.Logging;

namespace Agnt5.Execution;

/// <summary>One invocation while it runs: its identity, its services and the two ends of the call, input and output.</summary>
internal sealed class Invocation : ComponentCall, IAsyncDisposable
{
    private readonly Envelope _envelope;
    private readonly InvocationServices _services;
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
    {
        _envelope = envelope;
        _services = services;
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

    /// <summary>The checkpoint's agent sessions as they came.</summary>
    public ReadOnlyMemory<byte> AgentSessions => _envelope.AgentSessions;

    /// <summary>The endpoint's components.</summary>
    public ComponentDirectory Directory => _services.Host.Directory;

    /// <summary>Whether spans tell what was said.</summary>
    public bool CapturesContent { get; init; }

    /// <summary>Whether answers count for questions that nobody was asked.</summary>
    public bool AcceptsUnaskedAnswers { get; init; }

    public Checkpoint Checkpoint { get; }

    /// <summary>How long a request to this endpoint may be, in bytes. Default: any length, for calls that come otherwise.</summary>
    public long MaxRequestBytes { get; init; } = long.MaxValue;

    public Budget Budget { get; }

    public SliceCancellation Cancellation { get; }

    public TimeProvider Time => _services.Host.Time;

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

    public override TriggeredCall Triggered
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
    public DocumentDemands InputDemands => DocumentDemands.InputOf(Component) is var demands && LogsInputProblems ? demands with { IsLogged = true } : demands;

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

        (Slice?.Context as AgentContext)?.Turn.TakeAnswer(value, type);
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

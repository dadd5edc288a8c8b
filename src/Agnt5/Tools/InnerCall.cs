using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Json;

namespace Agnt5.Tools;

/// <summary>The call of a tool or agent as a part of an invocation: bound, dispatched and written by the same generated code as an invocation of its own.</summary>
/// <param name="invocation">The invocation.</param>
/// <param name="component">The tool or agent.</param>
/// <param name="input">Its input as a JSON object.</param>
/// <param name="services">The services of the call.</param>
/// <param name="cancellationToken">Fires when the call is to end.</param>
internal sealed class InnerCall(
    Invocation invocation, ComponentDescriptor component, ReadOnlyMemory<byte> input, InvocationServices services, CancellationToken cancellationToken) : ComponentCall
{
    private FunctionContext? _functionContext;

    public ComponentDescriptor Component => component;

    public required string IdempotencyKey { get; init; }

    /// <summary>The context of an agent.</summary>
    public AgentContext? Agent { get; init; }

    public IServiceProvider Services => services.Scoped;

    /// <summary>What the component returned as JSON, or <see langword="null"/> when it has no value.</summary>
    public byte[]? Output { get; private set; }

    public override CancellationToken CancellationToken => cancellationToken;

    public override FunctionContext FunctionContext => _functionContext ??= new FunctionContext(invocation, this);

    public override WorkflowContext WorkflowContext => AgentContext;

    public override AgentContext AgentContext => Agent ?? throw new InvalidOperationException($"{component.Name} is not an agent and has no agent context.");

    public override string AgentMessage => AgentContext.Turn.Message;

    public override T ReadInput<T>(JsonTypeInfo<T> type) => InputReader.Read(input.Span, type, DocumentDemands.InputOf(component));

    public override void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        Output = BoundJson.Write(value, type);
        Agent?.Turn.TakeAnswer(value, type);
    }

    public override async ValueTask WriteStreamAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> itemType, JsonTypeInfo<List<T>> listType)
    {
        ComponentContext context = Agent is null ? FunctionContext : Agent;
        WriteOutput(await StreamedOutput.CollectAsync(items, context, itemType).ConfigureAwait(true), listType);
    }

    public override T Service<T>() => services.Required<T>();

    public override T? OptionalService<T>()
        where T : default => services.Optional<T>();

    public override T KeyedService<T>(object? key) => services.RequiredKeyed<T>(key);

    public override T Own<T>(T instance) => services.Own(instance);
}

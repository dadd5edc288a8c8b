using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Generated;

namespace Agnt5.Agents;

/// <summary>Wraps the call of an agent, which is an invocation or a part of one: adds the agent's context, and tells the turn the agent's answer.</summary>
/// <param name="call">The call, as for any component.</param>
/// <param name="context">The agent's context.</param>
internal sealed class AgentCall(ComponentCall call, AgentContext context) : ComponentCall
{
    public override T Context<T>() => context as T ?? call.Context<T>();

    public override string AgentMessage => context.Message;

    public override CancellationToken CancellationToken => call.CancellationToken;

    public override T ReadInput<T>(JsonTypeInfo<T> type) => call.ReadInput(type);

    public override void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        call.WriteOutput(value, type);
        context.Turn.TakeAnswer(value, type);
    }

    public override async ValueTask WriteStreamAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> itemType, JsonTypeInfo<List<T>> listType) =>
        WriteOutput(await StreamedOutput.CollectAsync(items, context, itemType).ConfigureAwait(true), listType);

    public override T Service<T>() => call.Service<T>();

    public override T? OptionalService<T>()
        where T : default => call.OptionalService<T>();

    public override T KeyedService<T>(object? key) => call.KeyedService<T>(key);

    public override T Own<T>(T instance) => call.Own(instance);
}

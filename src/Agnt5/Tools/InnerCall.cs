using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Generated;
using Agnt5.Json;
using Microsoft.Extensions.AI;

namespace Agnt5.Tools;

/// <summary>The call of a tool or agent as a part of an invocation. The same generated code binds, dispatches and writes it as for a separate invocation.</summary>
/// <param name="invocation">The invocation.</param>
/// <param name="component">The tool or agent.</param>
/// <param name="input">Its input as a JSON object.</param>
/// <param name="services">The services of the call.</param>
/// <param name="cancellationToken">Fires when the call is to end.</param>
internal sealed class InnerCall(
    Invocation invocation, ComponentDescriptor component, ReadOnlyMemory<byte> input, InvocationServices services, CancellationToken cancellationToken) : ScopedCall(services)
{
    private FunctionContext? _functionContext;

    public required string IdempotencyKey { get; init; }

    /// <summary>Whether a model wrote the input. It is told what is wrong with it word for word, and the code of the app only where the endpoint quotes refused values.</summary>
    public required bool IsOfModel { get; init; }

    /// <summary>The component's output as JSON, or <see langword="null"/> when there is none.</summary>
    public byte[]? Output { get; private set; }

    /// <summary>The component's output where it is a content for models, or a list of contents.</summary>
    public object? Contents { get; private set; }

    public override CancellationToken CancellationToken => cancellationToken;

    public override T Context<T>() => FunctionContext as T ?? throw new InvalidOperationException($"{component.Name} has no {typeof(T).Name}.");

    private FunctionContext FunctionContext => _functionContext ??= new FunctionContext(invocation, this, component, IdempotencyKey);

    public override T ReadInput<T>(JsonTypeInfo<T> type) => InputReader.Read(
        input.Span, type, DocumentDemands.InputWithin(component.InputLimits, IsOfModel || invocation.Settings.QuotesRefusedValues) with { PatternTime = invocation.PatternTime });

    public override void WriteOutput<T>(T value, JsonTypeInfo<T> type)
    {
        var contents = MadeContents.Of(value);
        Contents = value is AIContent ? value : contents;
        Output = MadeContents.Write(value, contents, type);
    }

    public override async ValueTask WriteStreamAsync<T>(IAsyncEnumerable<T> items, JsonTypeInfo<T> itemType, JsonTypeInfo<List<T>> listType) =>
        WriteOutput(await StreamedOutput.CollectAsync(items, FunctionContext, itemType).ConfigureAwait(true), listType);
}

using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Execution;

/// <summary>What a component streams: each item goes out as an <c>output.delta</c> event, and the list of all is the output (protocol section 6).</summary>
internal static class StreamedOutput
{
    public static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> items, ComponentContext context, JsonTypeInfo<T> itemType)
    {
        if (items is null)
            throw new InvalidOperationException($"{context.ComponentName} returned null and not a stream; return an empty one.");

        var list = new List<T>();
        // What a workflow does between two items belongs on its scheduler, like the rest of it. Functions and tools have none.
        await foreach (var item in items.WithCancellation(context.CancellationToken).ConfigureAwait(true))
        {
            await context.EmitAsync("output.delta", item, itemType).ConfigureAwait(true);
            list.Add(item);
        }

        return list;
    }
}

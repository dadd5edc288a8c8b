using System.Text.Json.Serialization.Metadata;

namespace Agnt5.Execution;

/// <summary>Collects the stream of a component: each item goes out as an <c>output.delta</c> event, and the list of all items is the output (protocol section 6).</summary>
internal static class StreamedOutput
{
    public static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> items, ComponentContext context, JsonTypeInfo<T> itemType)
    {
        if (items is null)
            throw new InvalidOperationException($"{context.ComponentName} returned null instead of a stream. Return an empty stream.");

        var list = new List<T>();
        // A workflow's code between two items belongs on the workflow's scheduler, like the rest of its code. Functions and tools have no scheduler.
        await foreach (var item in items.WithCancellation(context.CancellationToken).ConfigureAwait(true))
        {
            await context.EmitAsync("output.delta", item, itemType).ConfigureAwait(true);
            list.Add(item);
        }

        return list;
    }
}

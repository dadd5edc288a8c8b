using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Agnt5.Hostile.Tests.Components;

public enum Size
{
    Small,
    Large,
}

public sealed record Line(string Sku, int Count, decimal Price);

public sealed record Order(string Id, Size Size, IReadOnlyList<Line> Lines, DateTimeOffset? Due, Guid? Owner, JsonElement Extra);

/// <summary>Contains itself.</summary>
public sealed record Tree(string Name, IReadOnlyList<Tree>? Kids);

/// <summary>Contains itself, and JSON of any shape.</summary>
public sealed record Labelled(string Name, JsonElement Data, IReadOnlyList<Labelled>? Kids);

public sealed record Greeting(string Message);

/// <summary>Functions and tools: typed, untyped, nested, streamed, slow and large.</summary>
public static class Calls
{
    [Function]
    public static JsonElement Echo(JsonElement input) => input;

    [Function]
    public static Order Reorder(Order order) => order with { Lines = [.. order.Lines.Reverse()] };

    [Function]
    public static int CountByName(IReadOnlyDictionary<string, IReadOnlyList<int>> counts) => counts.Sum(static entry => entry.Value?.Count ?? 0);

    [Function]
    public static string Climb(Tree tree) => tree.Name;

    [Function]
    public static string Label(Labelled labelled) => labelled.Name;

    [Function]
    public static string Enlarge(int size) => new('x', Math.Clamp(size, 0, 200_000));

    [Function]
    public static async IAsyncEnumerable<string> Spell(FunctionContext ctx, string word, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var letter in word.Take(50))
        {
            await ctx.EmitAsync("spelled", letter);
            cancellationToken.ThrowIfCancellationRequested();
            yield return letter.ToString();
        }
    }

    /// <summary>Takes a moment, and heeds its token.</summary>
    [Function]
    public static async Task<string> Linger(FunctionContext ctx)
    {
        await Task.Delay(20, ctx.CancellationToken);
        return "stayed";
    }

    /// <summary>Is given up by something of its own, as a call with a timeout is.</summary>
    [Function]
    public static void TimeOut() => throw new TaskCanceledException("The request was canceled due to the configured timeout.");

    /// <summary>Heeds nothing, and may go on longer than a call is waited for past its deadline.</summary>
    [Function]
    public static async Task<string> Dawdle(int ms)
    {
        await Task.Delay(Math.Clamp(ms, 0, 350), CancellationToken.None);
        return "stayed";
    }

    /// <summary>Looks up an order.</summary>
    [Tool]
    public static Greeting Lookup(string? id, int limit = 3) => new($"order {id} up to {limit}");
}

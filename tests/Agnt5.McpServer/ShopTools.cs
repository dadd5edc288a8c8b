using System.ComponentModel.DataAnnotations;
using Agnt5;

namespace Agnt5.McpServer;

public enum OrderState
{
    Open,
    Shipped,
}

public sealed record OrderLine(string Article, int Count, decimal Price);

/// <summary>An order with a member of each kind that clients check against the schema.</summary>
public sealed record Order(
    string Id, OrderState State, DateTimeOffset Placed, DateOnly Day, TimeSpan Age, Guid Key, IReadOnlyList<OrderLine> Lines, Dictionary<string, int> Stock, string? Note);

/// <summary>Tools of a shop.</summary>
public static class ShopTools
{
    private static int _stopped;

    /// <summary>Looks up an order.</summary>
    /// <param name="id">The order's id, for example o-1.</param>
    /// <param name="lines">How many lines.</param>
    [Tool]
    public static Order LookupOrder(string id, [Range(1, 100)] int lines = 1) => new(
        id,
        OrderState.Shipped,
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
        new DateOnly(2026, 1, 2),
        TimeSpan.FromMinutes(90),
        new Guid("11111111-2222-3333-4444-555555555555"),
        [.. Enumerable.Range(1, lines).Select(static line => new OrderLine($"book {line}", line, 9.99m))],
        new() { ["book"] = 3 },
        null);

    /// <summary>Deletes a folder.</summary>
    /// <param name="folder">Its path.</param>
    [Tool(RequiresConfirmation = true)]
    public static string DeleteFolder(string folder) => $"deleted {folder}";

    /// <summary>Waits until its client gives up.</summary>
    [Tool]
    public static async Task WaitForEver(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _stopped);
        }
    }

    /// <summary>Says how many calls were given up.</summary>
    [Tool]
    public static int CountStopped() => Volatile.Read(ref _stopped);
}

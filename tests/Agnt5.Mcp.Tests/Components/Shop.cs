using System.ComponentModel.DataAnnotations;

namespace Agnt5.Mcp.Tests.Components;

public sealed record OrderStatus(string Id, string Status, int Limit, bool Detailed);

public static class Shop
{
    /// <summary>Looks up an order.</summary>
    /// <param name="id">The order's id, for example o-1.</param>
    /// <param name="limit">How many lines at most.</param>
    /// <param name="detailed">Whether to tell all.</param>
    [Tool]
    public static OrderStatus LookupOrder(string id, [Range(1, 100)] int limit = 10, bool detailed = false) => new(id, "shipped", limit, detailed);

    /// <summary>Greets somebody.</summary>
    /// <param name="name">Whom.</param>
    [Tool]
    public static string Greet(string name) => $"Grüß dich, \"{name}\"";

    /// <summary>Counts up to a number.</summary>
    /// <param name="to">The number.</param>
    [Tool]
    public static IReadOnlyList<int> Count(int to) => [.. Enumerable.Range(1, to)];

    /// <summary>Finds an order, or does not.</summary>
    /// <param name="id">The order's id.</param>
    [Tool]
    public static OrderStatus? FindOrder(string id) => id == "none" ? null : new(id, "open", 0, false);

    /// <summary>Has nothing to say.</summary>
    [Tool]
    public static void Forget()
    {
    }

    /// <summary>Pays the money back.</summary>
    /// <param name="id">The order's id.</param>
    [Tool(RequiresConfirmation = true)]
    public static string Refund(string id) => $"refunded {id}";

    /// <summary>Fails.</summary>
    /// <param name="why">Why.</param>
    [Tool]
    public static string Fail(string why) => throw new InvalidOperationException(why);

    /// <summary>Needs a list, which MCP has no arguments for.</summary>
    /// <param name="numbers">The numbers.</param>
    [Tool]
    public static int Sum([Input] IReadOnlyList<int> numbers) => numbers.Sum();

    /// <summary>Says who called.</summary>
    [Tool]
    public static Caller WhoCalls(FunctionContext ctx) => ctx.Caller!;

    [Function]
    public static string NoTool() => "a function";
}

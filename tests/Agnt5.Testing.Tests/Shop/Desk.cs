using System.ComponentModel;

namespace Agnt5.Testing.Tests.Shop;

public static partial class Desk
{
    /// <summary>Looks up an order.</summary>
    [Tool]
    public static Task<string> LookupOrder([Description("The order's id.")] string orderId) => Task.FromResult($"{orderId} left on Monday");

    /// <summary>Answers questions about orders.</summary>
    [Agent(Model = "test/model", Instructions = "Answer briefly.", Tools = [nameof(LookupOrder)])]
    public static partial Task<string> Support(AgentContext ctx, string message);
}

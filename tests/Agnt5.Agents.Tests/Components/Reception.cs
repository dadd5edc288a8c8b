namespace Agnt5.Agents.Tests.Components;

/// <summary>Agents whose models may ask people.</summary>
public static partial class Reception
{
    /// <summary>Asks the guest.</summary>
    [Agent("receptionist", Model = "clever", Tools = [AgentTools.AskUser, AgentTools.RequestApproval, "count_stock", "break"])]
    public static partial Task<string> Receive(AgentContext ctx, string message);

    /// <summary>Asks the receptionist.</summary>
    [Agent("concierge", Model = "clever", Tools = ["receptionist"])]
    public static partial Task<string> Guide(AgentContext ctx, string message);

    /// <summary>Goes on by itself when a tool fails.</summary>
    [Agent("night_porter", Model = "clever", Tools = [AgentTools.AskUser, "break"], ToolErrors = ToolErrorHandling.FailTurn)]
    public static async Task<string> WatchAsync(AgentContext ctx, string message)
    {
        try
        {
            return await ctx.RunAsync(message);
        }
        catch (StepFailedException)
        {
            await ctx.SleepAsync(TimeSpan.FromHours(1), "wait");
            return "alone";
        }
    }
}

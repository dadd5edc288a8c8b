using System.ComponentModel.DataAnnotations;

namespace Agnt5.Providers.Tests.Components;

/// <summary>A crossing.</summary>
/// <param name="LeavesAt">When the ship leaves.</param>
/// <param name="Page">Where to book.</param>
/// <param name="Decks">How many decks the ship has.</param>
/// <param name="BoardsAt">When people may go on board.</param>
public sealed record Crossing(DateTime LeavesAt, Uri Page, [Range(1, 8)] int Decks, TimeOnly BoardsAt)
{
    public string Summary => $"{Decks} decks";
}

/// <summary>A crossing that only a body asks for.</summary>
public sealed record NightCrossing(DateTime LeavesAt, Uri Page, [Range(1, 8)] int Decks, TimeOnly BoardsAt)
{
    public string Summary => $"{Decks} decks by night";
}

/// <summary>Answers whose schemas as inputs and as outputs differ.</summary>
public static partial class Harbor
{
    /// <summary>Answers with a crossing.</summary>
    [Agent("ferry", Model = "model")]
    public static partial Task<Crossing> Ferry(AgentContext ctx, string message);

    /// <summary>Asks for a crossing in its body.</summary>
    [Agent("night_ferry", Model = "model")]
    public static async Task<string> NightFerry(AgentContext ctx, string message)
    {
        var crossing = await ctx.RunAsync<NightCrossing>(message);
        return Text(crossing.LeavesAt, crossing.Page, crossing.Decks, crossing.BoardsAt);
    }

    /// <summary>Asks an agent for a crossing.</summary>
    [Workflow("book_ferry")]
    public static async Task<string> Book(WorkflowContext ctx, string message)
    {
        var crossing = await ctx.RunAgentAsync<Crossing>("ferry", message);
        return Text(crossing.LeavesAt, crossing.Page, crossing.Decks, crossing.BoardsAt);
    }

    private static string Text(DateTime leavesAt, Uri page, int decks, TimeOnly boardsAt) => FormattableString.Invariant($"{leavesAt:u} {page} {decks} {boardsAt:HH:mm}");
}

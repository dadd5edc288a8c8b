using System.ComponentModel.DataAnnotations;
using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests.Components;

/// <summary>An order.</summary>
public sealed record ShopOrder(string Id, decimal Total);

/// <summary>What a customer feels.</summary>
/// <param name="Mood">In one word.</param>
/// <param name="Score">From 1 to 5.</param>
public sealed record Feeling(string Mood, [property: Range(1, 5)] int Score);

/// <summary>Tools that write down that they ran, and the agents that have them.</summary>
public sealed partial class Shop(Diary diary)
{
    /// <summary>Looks up an order.</summary>
    /// <param name="id">The order's id.</param>
    [Tool]
    public ShopOrder LookupOrder(string id)
    {
        diary.Write($"lookup {id}");
        return new ShopOrder(id, 12.5m);
    }

    /// <summary>Pays an order back.</summary>
    /// <param name="id">The order's id.</param>
    [Tool(RequiresConfirmation = true)]
    public string Refund(FunctionContext ctx, string id)
    {
        diary.Write($"refund {id} {ctx.IdempotencyKey}");
        return $"refunded {id}";
    }

    /// <summary>Counts what is in stock.</summary>
    /// <param name="article">The article.</param>
    [Tool]
    public Task<int> CountStock(string article)
    {
        diary.Write($"count {article}");
        return Task.FromResult(article.Length);
    }

    /// <summary>Always fails.</summary>
    [Tool]
    public void Break()
    {
        diary.Write("break");
        throw new InvalidOperationException("the shelf is broken");
    }

    /// <summary>Answers questions about orders.</summary>
    [Agent("support", Model = "test/clever", Instructions = "Answer briefly.", Tools = [nameof(LookupOrder), nameof(Refund), nameof(CountStock), nameof(Break)], MaxIterations = 4, Temperature = 0.5)]
    public static partial Task<string> Support(AgentContext ctx, string message);

    /// <summary>Gives up when a tool fails.</summary>
    [Agent("strict", Model = "clever", Tools = [nameof(Break)], ToolErrors = ToolErrorHandling.FailTurn)]
    public static partial Task<string> Strict(AgentContext ctx, string message);

    /// <summary>Has little to spend.</summary>
    [Agent("thrifty", Model = "clever", Tools = [nameof(CountStock)], MaxTurnTokens = 20, MaxToolCalls = 2, MaxHistoryMessages = 4)]
    public static partial Task<string> Thrifty(AgentContext ctx, string message);

    /// <summary>Reads feelings.</summary>
    [Agent("reader", Model = "clever", MaxIterations = 3)]
    public static partial Task<Feeling> Read(AgentContext ctx, string message);

    /// <summary>Lists words.</summary>
    [Agent("lister", Model = "clever")]
    public static partial Task<List<string>> ListWords(AgentContext ctx, string message);

    /// <summary>Asks support, and hands over to the reader.</summary>
    [Agent("manager", Model = "clever", Instructions = "Manage.", Tools = [nameof(CountStock), "support"], Handoffs = ["librarian"])]
    public static partial Task<string> Manage(AgentContext ctx, string message);

    /// <summary>Knows books.</summary>
    [Agent("librarian", Model = "clever", InstructionsFile = "Prompts/librarian.md")]
    public static partial Task<string> Librarian(AgentContext ctx, string message);

    /// <summary>Makes its instructions.</summary>
    [Agent("prepared", Model = "clever", InstructionsMethod = nameof(PrepareAsync))]
    public static partial Task<string> Prepared(AgentContext ctx, string message);

    /// <summary>Drafts, and has its draft corrected.</summary>
    [Agent("editor", Model = "clever", Instructions = "Write.")]
    public async Task<string> Edit(AgentContext ctx, string message)
    {
        var notes = await ctx.StepAsync("notes", () =>
        {
            diary.Write("notes");
            return $"notes on {message}";
        });
        var draft = await ctx.RunAsync($"Draft: {notes}");
        await ctx.SleepAsync(TimeSpan.FromHours(1), "mull");
        return await ctx.RunAsync($"Correct: {draft}", new AgentRunOptions { Instructions = "Correct." });
    }

    public ValueTask<string> PrepareAsync(CancellationToken cancellationToken)
    {
        diary.Write("prepare");
        return ValueTask.FromResult("Be prepared.");
    }

    /// <summary>Has two questions answered, and the second knows the first.</summary>
    [Workflow]
    public static async Task<string> AskTwice(WorkflowContext ctx)
    {
        var first = await ctx.RunAgentAsync("support", "one", new AgentCallOptions { SessionId = "desk" });
        var second = await ctx.RunAgentAsync("support", "two", new AgentCallOptions { SessionId = "desk" });
        var feeling = await ctx.RunAgentAsync<Feeling>("reader", "three");
        return $"{first}, {second}, {feeling.Mood}";
    }
}

// An agent that plans, asks a person and hands work to others (after samples of agents on Temporal and Restate).
using System.Net.Http;
using System.Net.Http.Json;
using Microsoft.Extensions.AI;

public sealed record Ticket(string Id, string Customer);

public sealed record Plan(string Goal, string[] Tasks);

public sealed class SupportAgent(HttpClient http, TimeProvider time)
{
    /// <summary>Answers a customer.</summary>
    [Agent("support", Model = "anthropic/claude-sonnet-4-5", InstructionsMethod = nameof(InstructionsAsync), Tools = [nameof(FindTickets), nameof(Refund), nameof(CloseTicket)])]
    public async Task<string> Answer(AgentContext ctx, string message)
    {
        var asked = ctx.UtcNow;
        var mood = await ctx.CallModelAsync([new(ChatRole.System, "One word: how does the customer feel?"), new(ChatRole.User, message)], key: "mood");
        if (mood.Text.Contains("angry") && await ctx.AskAsync($"Answer yourself? {message}", Question.Approval) is "approve")
            return await ctx.WaitForSignalAsync<string>("answered", timeout: TimeSpan.FromDays(1));

        var plan = await ctx.RunAsync<Plan>($"Plan it: {message}", new AgentRunOptions { WithHistory = false });
        foreach (var task in plan.Tasks)
        {
            var result = await ctx.RunAgentAsync("worker", task, new AgentCallOptions { Key = task, SessionId = ctx.SessionId });
            await ctx.EmitAsync("task.completed", result);
        }

        var weather = await ctx.StepAsync("weather", ct => http.GetStringAsync("https://weather.example", ct));
        var remind = AIFunctionFactory.Create(async (string text, CancellationToken ct) => await http.GetStringAsync($"https://calendar.example/{text}", ct), "remind");
        return await ctx.RunAsync($"{plan.Goal} {weather} {ctx.History.Count} {asked:O}", new AgentRunOptions { Functions = [remind] });
    }

    /// <summary>Several at once, and the first of two.</summary>
    [Agent("research")]
    public static async Task<string> Research(AgentContext ctx, string message)
    {
        var answers = await Task.WhenAll(message.Split(' ').Select(word => ctx.RunAgentAsync("worker", word, new AgentCallOptions { Key = word })));
        var fast = ctx.RunAgentAsync("fast", message);
        var slow = ctx.RunAgentAsync("thorough", message);
        var first = await Task.WhenAny(fast, slow);
        var rounds = 0;
        while (rounds++ < answers.Length)
            answers[rounds - 1] = await ctx.RunAsync(answers[rounds - 1]);
        return await ctx.RunAsync(await first + string.Join(", ", answers));
    }

    /// <summary>What the model is told to be: it is made in a step.</summary>
    public async Task<string> InstructionsAsync(FunctionContext ctx) =>
        $"You answer customers. Today is {time.GetUtcNow():D}. {await http.GetStringAsync("https://wiki.example/tone", ctx.CancellationToken)}";

    /// <summary>Finds a customer's tickets.</summary>
    /// <param name="customer">The customer.</param>
    [Tool]
    public async Task<Ticket[]> FindTickets(string customer, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<Ticket[]>($"https://tickets.example?customer={customer}", cancellationToken) ?? [];

    /// <summary>Pays an order back.</summary>
    /// <param name="order">The order.</param>
    [Tool]
    public async Task Refund(FunctionContext ctx, string order) => await PostOnceAsync("refunds", order, ctx.IdempotencyKey, ctx.CancellationToken);

    /// <summary>Closes a ticket.</summary>
    /// <param name="id">The ticket.</param>
    [Tool]
    public async Task CloseTicket(FunctionContext ctx, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"https://tickets.example/{id}") { Content = JsonContent.Create(new { closed = true }) };
        request.Headers.Add("X-Request-Id", ctx.IdempotencyKey);
        await http.SendAsync(request, ctx.CancellationToken);
    }

    private async Task PostOnceAsync(string path, string order, string key, CancellationToken cancellationToken) =>
        await http.PostAsJsonAsync($"https://pay.example/{path}", new { order, key }, cancellationToken);
}

public static class Hiring
{
    /// <summary>A workflow that asks two agents.</summary>
    [Workflow("screen")]
    public static async Task<string> Screen(WorkflowContext ctx, string candidate)
    {
        var summary = ctx.RunAgentAsync("summarize", candidate);
        var score = ctx.RunAgentAsync<int>("score", candidate);
        await Task.WhenAll(summary, score);
        return await score > 5 ? await ctx.RunAgentAsync("invite", await summary) : "";
    }
}

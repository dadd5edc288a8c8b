using System.Data.Common;
using System.Net.Http;
using System.Net.Http.Json;
using Microsoft.Extensions.AI;

public interface IMail
{
    Task SendAsync(string text);
}

public sealed class Mail(HttpClient http) : IMail
{
    public Task SendAsync(string text) => {|AGT4004:http.PostAsJsonAsync|}("https://mail.example", text);
}

public interface IPayments
{
    Task<string> ChargeAsync(string id);
}

public sealed class CardPayments(HttpClient http) : IPayments
{
    public Task<string> ChargeAsync(string id) => http.GetStringAsync(id);
}

public sealed class BankPayments(HttpClient http) : IPayments
{
    public Task<string> ChargeAsync(string id) => http.GetStringAsync(id);
}

public sealed class Orders(HttpClient http, IChatClient model, DbConnection database, IMail mail, IPayments payments)
{
    [Workflow]
    public async Task<string> Order(WorkflowContext ctx, string id)
    {
        var page = await {|AGT4004:http.GetStringAsync|}("https://example.com");
        var text = {|AGT4004:File.ReadAllText|}("prices.json");
        var reply = await {|AGT4004:model.GetResponseAsync|}("hello");
        await {|AGT4004:database.OpenAsync|}();
        await mail.SendAsync(id);
        // Which of the two it is nobody knows here.
        await payments.ChargeAsync(id);
        await ctx.StepAsync("mail", () => mail.SendAsync(id));
        await ctx.StepAsync("charge", Charge);
        Func<CancellationToken, Task<string>> body = ct => http.GetStringAsync(id, ct);
        await ctx.StepAsync("get", body);
        return page + text + reply + Path.Combine("a", "b") + new StringReader(text).ReadToEnd();

        async Task<string> Charge() => await http.GetStringAsync(id);
    }

    [Agent(Model = "anthropic/claude", InstructionsMethod = nameof(Instructions))]
    public async Task<string> Support(AgentContext ctx, string message, [FromServices] AIFunction search)
    {
        List<ChatMessage> conversation = [new(ChatRole.User, message)];
        var reply = await {|AGT4004:model.GetResponseAsync|}(conversation, cancellationToken: ctx.CancellationToken);
        var found = await {|AGT4004:search.InvokeAsync|}();
        await foreach (var part in {|AGT4004:model.GetStreamingResponseAsync|}(message))
            reply.Messages.Add(new(ChatRole.Assistant, part.Text));
        var recorded = await ctx.CallModelAsync(conversation);
        var page = await ctx.StepAsync("page", ct => http.GetStringAsync("https://example.com", ct));
        var functions = new AgentRunOptions { Functions = [search, AIFunctionFactory.Create((string id) => http.GetStringAsync(id)), AIFunctionFactory.Create(Instructions)] };
        return await ctx.RunAsync(reply.Text + found + recorded.Text + page, functions);
    }

    // What gives the instructions runs as a step, and so does what the model calls.
    public async Task<string> Instructions(FunctionContext ctx) => await http.GetStringAsync("https://example.com", ctx.CancellationToken);
}

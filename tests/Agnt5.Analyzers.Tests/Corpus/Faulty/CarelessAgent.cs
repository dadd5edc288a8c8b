// An agent written as if it ran once (after samples of Semantic Kernel and of agents without durability).
using System.Net.Http;
using System.Net.Http.Json;
using Microsoft.Extensions.AI;

public sealed record Booking(string Id, int Seats);

public sealed class CarelessAgent(IChatClient chat, HttpClient http)
{
    /// <summary>Books tables.</summary>
    [Agent("concierge", Model = "anthropic/claude-sonnet-4-5", Tools = [nameof(Book), nameof(Cancel), nameof(Free)])]
    public async Task<string> Talk(AgentContext ctx, string message)
    {
        var started = {|AGT4001:DateTime.UtcNow|};
        var intent = await {|AGT4004:chat.GetResponseAsync($"What is wanted? {message}", cancellationToken: ctx.CancellationToken)|};
        var traceId = {|AGT4002:Guid.NewGuid()|};
        {|AGT4012:ctx.CallModelAsync([new(ChatRole.User, message)])|};
        var notes = new List<string>();
        var note = AIFunctionFactory.Create((string text) => {|AGT4017:notes.Add(text)|}, "note");
        {|AGT4011:using|} var scope = new HttpRequestMessage();
        var answer = await ctx.RunAsync(message, new AgentRunOptions { Functions = [note] });
        {|AGT4016:while|} (answer.Length < message.Length)
            answer += Pad(answer);
        return $"{intent.Text} {answer} {notes.Count} {traceId} {started:O}";
    }

    /// <summary>Asks the agents in a loop.</summary>
    [Agent("committee")]
    public static async Task<string> Committee(AgentContext ctx, string message)
    {
        for (var round = 0; round < 3; round++)
        {
            message = await ctx.RunAgentAsync("critic", message, new AgentCallOptions { Key = {|AGT4008:"critic"|} });
            await ctx.CallModelAsync([new(ChatRole.User, message)], key: {|AGT4008:"summary"|});
        }

        await ctx.StepAsync("vote", async () => await {|AGT4010:ctx.RunAgentAsync("judge", message)|});
        return {|AGT4014:ctx.RunAsync(message).Result|};
    }

    /// <summary>Books a table.</summary>
    /// <param name="booking">The booking.</param>
    [Tool]
    public async Task {|AGT4021:Book|}(Booking booking, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Post, booking, cancellationToken);

    /// <summary>Cancels a booking.</summary>
    /// <param name="id">The booking's id.</param>
    [Tool]
    public async Task {|AGT4021:Cancel|}(string id, CancellationToken cancellationToken) => await http.DeleteAsync($"https://tables.example/{id}", cancellationToken);

    /// <summary>Lists free tables.</summary>
    [Tool]
    public async Task<string> Free(CancellationToken cancellationToken) => await http.GetStringAsync("https://tables.example/free", cancellationToken);

    private async Task SendAsync(HttpMethod method, Booking booking, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, "https://tables.example") { Content = JsonContent.Create(booking) };
        await http.SendAsync(request, cancellationToken);
    }

    private static string Pad(string answer) => answer.Length % 2 == 0 ? "." : "!";
}

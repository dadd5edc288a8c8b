namespace Agnt5.JavaScriptLoad;

/// <summary>Workflows that wait: for other services, for people, for time.</summary>
public sealed class Orders(HttpClient http)
{
    /// <summary>Asks a service several times at once, each time in a step.</summary>
    [Workflow]
    public async Task<int> FetchAll(WorkflowContext ctx, string url, int count)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(number =>
            ctx.StepAsync("fetch", ct => http.GetStringAsync($"{url}?{number}", ct), new StepOptions { Key = $"{number}" })));
        return answers.Sum(static answer => answer.Length);
    }

    /// <summary>Sends a body.</summary>
    [Function]
    public async Task<string> Post(string url, string text, CancellationToken cancellationToken)
    {
        using var body = new StringContent(text);
        using var answer = await http.PostAsync(new Uri(url), body, cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Asks a person, waits for a signal, and sleeps.</summary>
    [Workflow]
    public async Task<string> Approve(WorkflowContext ctx, string url)
    {
        var draft = await ctx.StepAsync("draft", ct => http.GetStringAsync(url, ct));
        var answer = await ctx.AskAsync("Is it right?");
        var signal = await ctx.WaitForSignalAsync<string>("paid");
        await ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down");
        return $"{draft} {answer} {signal}";
    }

    /// <summary>Takes its time in a step, and heeds its token.</summary>
    [Workflow]
    public static async Task<string> Slow(WorkflowContext ctx, int ms) => await ctx.StepAsync("slow", async ct =>
    {
        await Task.Delay(ms, ct);
        return "done";
    });

    /// <summary>Waits in a step for a service that takes its time.</summary>
    [Workflow]
    public async Task<string> FetchSlowly(WorkflowContext ctx, string url) => await ctx.StepAsync("fetch", ct => http.GetStringAsync(url, ct));
}

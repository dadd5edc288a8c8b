// The same step called three times without a key (after the first sample of every durable framework).
public static class OneNameThrice
{
    /// <summary>Greets three cities.</summary>
    [Workflow]
    public static async Task<List<string>> GreetCities(WorkflowContext ctx)
    {
        var greetings = new List<string>();
        greetings.Add(await ctx.StepAsync("say_hello", () => Hello("Tokyo")));
        greetings.Add(await ctx.StepAsync({|AGT4007:"say_hello"|}, () => Hello("Seattle")));
        greetings.Add(await ctx.StepAsync({|AGT4007:"say_hello"|}, () => Hello("London")));
        return greetings;
    }

    private static string Hello(string city) => $"Hello {city}!";
}

// Function chaining: one step called for several inputs, told apart by its key (after samples of Durable Task).
public static class CityGreetings
{
    private static readonly string[] Cities = ["Tokyo", "Seattle", "London"];

    /// <summary>Greets the cities one after the other.</summary>
    [Workflow("hello_cities")]
    public static async Task<string> RunAsync(WorkflowContext ctx)
    {
        var greetings = new List<string>
        {
            await SayHelloAsync(ctx, Cities[0]),
            await SayHelloAsync(ctx, Cities[1]),
            await SayHelloAsync(ctx, Cities[2]),
        };
        return string.Join(" ", greetings);
    }

    private static Task<string> SayHelloAsync(WorkflowContext ctx, string city) =>
        ctx.StepAsync("say_hello", () => $"Hello {city}!", new StepOptions { Key = city });
}

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>Waits that a workflow begins at once, in this order.</summary>
public sealed class SeveralWaits
{
    /// <param name="ctx">The context.</param>
    /// <param name="waits">Each is <c>sleep</c>, <c>ask</c>, <c>signal</c> or <c>retry</c> with its milliseconds, where it has any.</param>
    [Workflow]
    public static async Task<string> WaitForSeveral(WorkflowContext ctx, IReadOnlyList<string> waits)
    {
        var begun = waits.Select((wait, number) => Begin(ctx, wait.Split(' '), number)).ToList();
        return waits[begun.IndexOf(await Task.WhenAny(begun))];
    }

    private static Task Begin(WorkflowContext ctx, string[] wait, int number)
    {
        TimeSpan? time = wait.Length > 1 ? TimeSpan.FromMilliseconds(int.Parse(wait[1], System.Globalization.CultureInfo.InvariantCulture)) : null;
        return wait[0] switch
        {
            "sleep" => ctx.SleepAsync(time!.Value, $"sleep-{number}"),
            "ask" => ctx.AskAsync("?", timeout: time),
            "signal" => ctx.WaitForSignalAsync<string>("go", $"{number}", time),
            _ => ctx.StepAsync($"retry-{number}", Task () => throw new TimeoutException("silence"), new StepOptions { MaxAttempts = 2, InitialInterval = time!.Value, MaxInterval = time.Value }),
        };
    }
}

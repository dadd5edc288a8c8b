public static class Reminders
{
    [Workflow]
    public static async Task Remind(WorkflowContext ctx)
    {
        await {|AGT4003:Task.Delay|}(1000);
        {|AGT4003:Thread.Sleep|}(TimeSpan.FromSeconds(1));
        using (var timeout = {|AGT4003:new CancellationTokenSource(TimeSpan.FromSeconds(5))|})
        {
            timeout.Token.ThrowIfCancellationRequested();
        }

        await ctx.SleepAsync(TimeSpan.FromDays(1));
        await ctx.StepAsync("poll", ct => Task.Delay(10, ct));
        await Pause();
        using var plain = new CancellationTokenSource();
    }

    private static Task Pause() => {|AGT4003:Task.Delay|}(TimeSpan.FromSeconds(1), TimeProvider.System);

    [Function]
    public static Task Wait(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken);
}

// Timers and threads of the process that outlive the slice (after samples of Durable Task).
public sealed record Reminder(string Text);

public static class TimersOfTheProcess
{
    /// <summary>Reminds a person.</summary>
    [Workflow]
    public static async Task Remind(WorkflowContext ctx, Reminder reminder)
    {
        await using var timer = {|AGT4003:new Timer(_ => Console.WriteLine(reminder.Text), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan)|};
        {|AGT4005:ThreadPool.QueueUserWorkItem(_ => Console.WriteLine("queued"))|};
        {|AGT4005:new Thread(() => Console.WriteLine("threaded")).Start()|};
        await ctx.StepAsync("remind", () => Console.WriteLine(reminder.Text));
    }
}

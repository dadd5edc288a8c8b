// Local functions and lambdas that the body calls itself (after samples of Restate).
public sealed record Poll(string Question, List<string> Voters);

public static class LocalFunctions
{
    /// <summary>Runs a poll.</summary>
    [Workflow]
    public static async Task<string> RunPoll(WorkflowContext ctx, Poll poll)
    {
        Func<string> stamp = () => {|AGT4001:DateTime.Now|}.ToString("s", System.Globalization.CultureInfo.InvariantCulture);
        var opened = stamp();
        var winner = poll.Voters.OrderBy(voter => {|AGT4002:Guid.NewGuid()|}).First();
        await ctx.StepAsync("announce", () => Console.WriteLine($"{winner} of {poll.Question}, {DateTime.Now}"));
        await PauseAsync();
        return opened;

        async Task PauseAsync()
        {
            await {|AGT4003:Task.Delay(TimeSpan.FromMinutes(1))|};
        }
    }
}

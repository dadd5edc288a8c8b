// A branch that is chosen by chance (after samples of Temporal).
public sealed record Experiment(string User);

public interface IMail
{
    Task SendAsync(string user, string text, CancellationToken cancellationToken);
}

public sealed class CoinFlip(IMail mail)
{
    private readonly Random _random = new(7);

    /// <summary>Sends one of two mails.</summary>
    [Workflow]
    public async Task<string> SendVariant(WorkflowContext ctx, Experiment experiment)
    {
        if ({|AGT4002:Random.Shared.NextDouble()|} < 0.5)
        {
            await ctx.StepAsync("send_a", ct => mail.SendAsync(experiment.User, "Hello", ct));
            return "a";
        }

        var dice = {|AGT4002:new Random()|};
        var pick = dice.Next(3) + _random.Next(3);
        await ctx.StepAsync("send_b", ct => mail.SendAsync(experiment.User, $"Hi, number {pick}", ct));
        return {|AGT4002:Path.GetRandomFileName()|};
    }
}

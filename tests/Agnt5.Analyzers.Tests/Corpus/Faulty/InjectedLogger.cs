// A logger from the constructor used in the body (after samples of Azure Durable Functions).
using Microsoft.Extensions.Logging;

public sealed record Survey(int Users);

public sealed record Mood(int User, double Score);

public interface IMoods
{
    Task<Mood> OfAsync(int user, CancellationToken cancellationToken);
}

public sealed class InjectedLogger(ILogger<InjectedLogger> logger, IMoods moods)
{
    /// <summary>Asks how users feel.</summary>
    [Workflow]
    public async Task<double> AskUsers(WorkflowContext ctx, Survey survey)
    {
        {|AGT4018:logger.LogInformation("The survey of {Users} users begins", survey.Users)|};
        var asked = new List<Task<Mood>>();
        for (var user = 1; user <= survey.Users; user++)
        {
            var id = user;
            asked.Add(ctx.StepAsync($"ask_{id}", ct => AskAsync(id, ct)));
        }

        var answers = await Task.WhenAll(asked);
        Report(ctx.Logger, answers.Length);
        {|AGT4018:logger.LogInformation("The survey is over")|};
        return answers.Average(mood => mood.Score);
    }

    private static void Report(ILogger log, int count) => log.LogInformation("{Count} users answered", count);

    private async Task<Mood> AskAsync(int user, CancellationToken cancellationToken)
    {
        logger.LogDebug("Asking {User}", user);
        return await moods.OfAsync(user, cancellationToken);
    }
}

// Settings read in the body: environment, configuration, machine (after samples of Temporal workers).
using Microsoft.Extensions.Configuration;

public sealed record Deploy(string Image);

public interface IClusters
{
    Task RollOutAsync(string region, string image, int replicas, CancellationToken cancellationToken);
}

public sealed class EnvironmentInBody(IClusters clusters, IConfiguration configuration)
{
    /// <summary>Rolls an image out in a region.</summary>
    [Workflow]
    public async Task<string> RollOut(WorkflowContext ctx, Deploy deploy)
    {
        var region = {|AGT4006:Environment.GetEnvironmentVariable("REGION")|} ?? "eu-central-1";
        var replicas = int.Parse({|AGT4006:configuration["Replicas"]|} ?? "2", System.Globalization.CultureInfo.InvariantCulture);
        if (await ctx.AskAsync($"Roll {deploy.Image} out in {region}?", Question.Approval) is not "approve")
            return "rejected";

        await ctx.StepAsync("roll_out", ct => clusters.RollOutAsync(region, deploy.Image, replicas, ct));
        return $"rolled out by {{|AGT4006:Environment.MachineName|}}";
    }
}

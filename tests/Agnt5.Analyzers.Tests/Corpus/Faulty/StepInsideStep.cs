// Steps nested in a step (after samples of AWS Lambda durable functions, which have child contexts for this).
public sealed record Release(string Version);

public interface IPipelines
{
    Task<string> BuildAsync(string version, CancellationToken cancellationToken);

    Task TestAsync(string artifact, CancellationToken cancellationToken);
}

public sealed class StepInsideStep(IPipelines pipelines)
{
    /// <summary>Builds and tests a release.</summary>
    [Workflow]
    public async Task<string> BuildRelease(WorkflowContext ctx, Release release)
    {
        var artifact = await ctx.StepAsync("release", async ct =>
        {
            var built = await {|AGT4010:ctx.StepAsync("build", inner => pipelines.BuildAsync(release.Version, inner))|};
            await pipelines.TestAsync(built, ct);
            return built;
        });

        await ctx.EmitAsync("release.built", artifact);
        return artifact;
    }
}

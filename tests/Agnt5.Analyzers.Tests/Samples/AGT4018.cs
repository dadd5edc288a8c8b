using Microsoft.Extensions.Logging;

public sealed class Orders(ILogger<Orders> logger)
{
    private readonly ILogger _log = logger;

    [Workflow]
    public async Task Log(WorkflowContext ctx, [FromServices] ILogger given)
    {
        {|AGT4018:logger|}.LogInformation("started");
        {|AGT4018:_log|}.LogWarning("started");
        {|AGT4018:given|}.LogError("started");
        ctx.Logger.LogInformation("started");
        await ctx.StepAsync("log", () => logger.LogInformation("in step"));
        Helper(ctx.Logger);
        if (logger.IsEnabled(LogLevel.Debug))
            ctx.Logger.LogDebug("details");
    }

    private static void Helper(ILogger log) => log.LogInformation("helper");

    [Function]
    public void Free() => logger.LogInformation("function");
}

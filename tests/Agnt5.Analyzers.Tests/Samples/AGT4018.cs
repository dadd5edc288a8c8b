using Microsoft.Extensions.Logging;

public sealed partial class Orders(ILogger<Orders> logger)
{
    private readonly ILogger _log = logger;

    [Workflow]
    public async Task Log(WorkflowContext ctx, [FromServices] ILogger given)
    {
        {|AGT4018:logger|}.LogInformation("started");
        {|AGT4018:_log|}.LogWarning("started");
        {|AGT4018:given|}.LogError("started");
        ctx.Logger.LogInformation("started");
        Started({|AGT4018:_log|});
        Started(ctx.Logger);
        await ctx.StepAsync("log", () => logger.LogInformation("in step"));
        Helper(ctx.Logger);
        if (logger.IsEnabled(LogLevel.Debug))
            ctx.Logger.LogDebug("details");
    }

    [LoggerMessage(1, LogLevel.Information, "started")]
    private static partial void Started(ILogger logger);

    // What the generator of logging writes.
    private static partial void Started(ILogger logger) => logger.LogInformation("started");

    private static void Helper(ILogger log) => log.LogInformation("helper");

    [Function]
    public void Free() => logger.LogInformation("function");
}

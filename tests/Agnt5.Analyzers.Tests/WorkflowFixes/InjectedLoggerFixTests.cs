using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests.WorkflowFixes;

/// <summary>AGT4018: logs to the context's logger.</summary>
public sealed class InjectedLoggerFixTests
{
    [Fact]
    public async Task Fix_All_takes_the_context_of_each_place() =>
        await VerifyFix.ChangesAllAsync(
            "AGT4018",
            "using Microsoft.Extensions.Logging;\n\n" + WorkflowSource.Members(
                """
                [Workflow]
                public async Task Run(WorkflowContext ctx)
                {
                    // At the start.
                    logger.LogInformation("started {Run}", ctx.RunId); // once
                    LoggerExtensions.LogWarning(logger, "again");
                    await ctx.StepAsync("log", () => logger.LogInformation("in a step"));
                    Helper(ctx);
                }

                private void Helper(WorkflowContext context) => this
                    .Own.LogInformation("helper");

                private ILogger Own => logger;
                """),
            "using Microsoft.Extensions.Logging;\n\n" + WorkflowSource.Members(
                """
                [Workflow]
                public async Task Run(WorkflowContext ctx)
                {
                    // At the start.
                    ctx.Logger.LogInformation("started {Run}", ctx.RunId); // once
                    LoggerExtensions.LogWarning(ctx.Logger, "again");
                    await ctx.StepAsync("log", () => logger.LogInformation("in a step"));
                    Helper(ctx);
                }

                private void Helper(WorkflowContext context) => context.Logger.LogInformation("helper");

                private ILogger Own => logger;
                """));

    [Fact]
    public async Task Where_there_is_no_context_there_is_no_fix() =>
        await VerifyFix.OffersNothingAsync(
            "AGT4018",
            "using Microsoft.Extensions.Logging;\n\n" + WorkflowSource.Members(
                """
                [Workflow]
                public Task Run(WorkflowContext ctx)
                {
                    Helper();
                    return Task.CompletedTask;
                }

                private void Helper() => logger.LogInformation("helper");
                """));
}

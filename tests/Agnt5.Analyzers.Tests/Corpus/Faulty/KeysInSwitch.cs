// Steps in the sections of a switch inside a loop: the section's break goes on with the loop.
public sealed record Command(string Kind, string Id);

public sealed class KeysInSwitch
{
    /// <summary>Runs commands one after the other.</summary>
    [Workflow]
    public async Task Run(WorkflowContext ctx, List<Command> commands)
    {
        foreach (var command in commands)
            switch (command.Kind)
            {
                case "pack":
                    await ctx.StepAsync({|AGT4008:"pack"|}, () => 1);
                    break;
                case "ship":
                    await ctx.StepAsync($"ship:{command.Id}", () => 1);
                    break;
                case "stop":
                    await ctx.StepAsync("stop", () => 1);
                    return;
                default:
                    if (command.Id.Length > 3)
                        await ctx.StepAsync({|AGT4008:"other"|}, () => 1);
                    break;
            }

        for (var round = 0; round < 3; round++)
        {
            switch (round)
            {
                case 0:
                    await ctx.StepAsync("only", () => 1);
                    break;
            }

            break;
        }
    }

    /// <summary>Starts a step again that runs.</summary>
    [Workflow]
    public async Task Wait(WorkflowContext ctx)
    {
        var started = ctx.StepAsync("start", () => 1);
        Note("started");
        await ctx.StepAsync({|AGT4007:"start"|}, () => 1);
        await started;
    }

    private static void Note(string text) => Console.WriteLine(text.Length);
}

// A small language that is interpreted: sequences and branches that run beside each other (after samples of Temporal).
public sealed record Statement(string? Activity = null, List<Statement>? Sequence = null, List<Statement>? Parallel = null);

public sealed record Script(Statement Root, Dictionary<string, string> Variables);

public interface IActivities
{
    Task<string> RunAsync(string activity, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken);
}

public sealed class StatementInterpreter(IActivities activities)
{
    /// <summary>Runs a script and returns its variables.</summary>
    [Workflow]
    public async Task<Dictionary<string, string>> RunScript(WorkflowContext ctx, Script script)
    {
        var variables = new Dictionary<string, string>(script.Variables);
        await ExecuteAsync(ctx, script.Root, "0", variables);
        return variables;
    }

    private async Task ExecuteAsync(WorkflowContext ctx, Statement statement, string path, Dictionary<string, string> variables)
    {
        switch (statement)
        {
            case { Activity: { } activity }:
                variables[path] = await ctx.StepAsync(activity, ct => activities.RunAsync(activity, variables, ct), new StepOptions { Key = path });
                break;
            case { Sequence: { } sequence }:
                for (var i = 0; i < sequence.Count; i++)
                    await ExecuteAsync(ctx, sequence[i], $"{path}.{i}", variables);
                break;
            case { Parallel: { } branches }:
                await Task.WhenAll(branches.Select((branch, i) => ExecuteAsync(ctx, branch, $"{path}.{i}", variables)));
                break;
            default:
                throw new NonRetryableException($"The statement at {path} does nothing.");
        }
    }
}

// An asynchronous resource that is open while a person is asked (after samples of AWS Lambda durable functions).
public sealed record Draft(string Text);

public sealed class EditingSession : IAsyncDisposable
{
    public List<string> Notes { get; } = [];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public static class GuardedQuestion
{
    /// <summary>Has a draft edited.</summary>
    [Workflow]
    public static async Task<string> Edit(WorkflowContext ctx, Draft draft)
    {
        {|AGT4011:await using|} var session = new EditingSession();
        session.Notes.Add(draft.Text);
        var better = await ctx.AskAsync("How should it read?");
        session.Notes.Add(better ?? draft.Text);
        return string.Join('\n', session.Notes);
    }
}

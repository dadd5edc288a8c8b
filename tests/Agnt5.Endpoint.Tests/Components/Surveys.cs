namespace Agnt5.Endpoint.Tests.Components;

public static class Surveys
{
    /// <summary>One question of each kind.</summary>
    [Workflow]
    public static async Task<IReadOnlyList<string>> Survey(WorkflowContext ctx)
    {
        var name = await ctx.AskAsync("Name?", Question.Text with { Skippable = true });
        var size = await ctx.AskAsync("Size?", Question.Select(new QuestionOption("s", "Small", "Fits most"), "l") with { AllowCustom = true });
        var extras = await ctx.AskManyAsync("Extras?", Question.MultiSelect("a", "b") with { AllowCustom = true, Skippable = true });
        var consent = await ctx.AskAsync("Sure?", Question.Approval);
        return [name ?? "(skipped)", size ?? "(skipped)", extras is null ? "(skipped)" : string.Join('+', extras), consent ?? "(skipped)"];
    }

    /// <summary>Two questions at once.</summary>
    [Workflow]
    public static async Task<string> AskBoth(WorkflowContext ctx)
    {
        var answers = await Task.WhenAll(ctx.AskAsync("A?"), ctx.AskAsync("B?"));
        return string.Join(',', answers);
    }

    [Workflow]
    public static async Task<string> AskInTime(WorkflowContext ctx, long timeoutMs)
    {
        string? first;
        try
        {
            first = await ctx.AskAsync("Now?", timeout: TimeSpan.FromMilliseconds(timeoutMs));
        }
        catch (WaitTimeoutException)
        {
            first = "(too late)";
        }

        return $"{first} {await ctx.AskAsync("And now?")}";
    }

    [Workflow]
    public static async Task<string?> AskOrFail(WorkflowContext ctx) => await ctx.AskAsync("Now?", timeout: TimeSpan.FromSeconds(1));

    [Workflow]
    public static async Task AskWrongly(WorkflowContext ctx, string how)
    {
        _ = how switch
        {
            "several answers" => await ctx.AskAsync("Which?", Question.MultiSelect("a")),
            "one answer" => (await ctx.AskManyAsync("Which?", Question.Text))?[0],
            "blank" => await ctx.AskAsync(" "),
            _ => await ctx.AskAsync("Which?", timeout: TimeSpan.FromSeconds(-1)),
        };
    }
}

using System.Text.Json;

namespace Agnt5.ConformanceServer;

public sealed record Reviewed(JsonElement Draft, string? Reviewer);

public sealed record TwoAnswers(string? First, string? Second);

public static class QuestionWorkflows
{
    [Workflow]
    public static async Task<Reviewed> Review(WorkflowContext ctx)
    {
        var draft = await ctx.StepAsync("draft", Draft.Write);
        var reviewer = await ctx.AskAsync("Who approved this?", Question.Text with { Skippable = true });
        return new Reviewed(draft, reviewer);
    }

    [Workflow]
    public static async Task<TwoAnswers> TwoQuestions(WorkflowContext ctx)
    {
        var first = await ctx.AskAsync("First?", Question.Approval with { Options = [new("yes", "Yes"), new("no", "No")], AllowCustom = true });
        var second = await ctx.AskAsync("Second?");
        return new TwoAnswers(first, second);
    }
}

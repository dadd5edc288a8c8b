namespace Agnt5.Agents.Tests.Contract.Components;

/// <summary>What a sender said.</summary>
public sealed record SenderForm(string? Name, string? Speed, IReadOnlyList<string>? Extras, bool IsInsured, string? Remark);

/// <summary>Questions that a person answers.</summary>
public static class FrontDesk
{
    /// <summary>Five questions, of which the last may be skipped.</summary>
    [Workflow]
    public static async Task<SenderForm> FillInForm(WorkflowContext ctx)
    {
        var name = await ctx.AskAsync("Who sends it?");
        var speed = await ctx.AskAsync("How fast?", Question.Select(new QuestionOption("slow", "Slow", "By ship"), "fast") with { AllowCustom = true });
        var extras = await ctx.AskManyAsync("Which extras?", Question.MultiSelect("fragile", "cold", "gift"));
        var insured = await ctx.AskAsync("Insure it?", Question.Approval);
        var remark = await ctx.AskAsync("Any remark?", Question.Text with { Skippable = true });
        return new SenderForm(name, speed, extras, insured == "approve", remark);
    }

    /// <summary>Two questions that are open at the same time.</summary>
    [Workflow]
    public static async Task<string> AskBothParties(WorkflowContext ctx) =>
        string.Join(" and ", await Task.WhenAll(ctx.AskAsync("Sender?"), ctx.AskAsync("Receiver?")));

    /// <summary>Asks for as many parcels as there are.</summary>
    [Workflow]
    public static async Task<IReadOnlyList<string?>> AskForEach(WorkflowContext ctx, IReadOnlyList<string> parcels)
    {
        var answers = new List<string?>();
        foreach (var parcel in parcels)
            answers.Add(await ctx.AskAsync($"Where to with {parcel}?", Question.Text with { Skippable = true }));
        return answers;
    }
}

namespace Agnt5.Endpoint.Tests.Components;

public sealed class Approvals(Notebook notebook)
{
    /// <summary>Ships what a person has approved after a nap.</summary>
    [Workflow]
    public async Task<string> ShipApproved(WorkflowContext ctx, int napMs)
    {
        await ctx.SleepAsync(TimeSpan.FromMilliseconds(napMs), "nap");
        if (!await ctx.AskApprovalAsync("Ship it?"))
            return "kept";

        notebook.Write("shipped");
        return "shipped";
    }

    /// <summary>Asks something else each time it runs, until the notebook has so many lines.</summary>
    [Workflow]
    public async Task<string?> AskFickle(WorkflowContext ctx, int settledAfter)
    {
        notebook.Write("visit");
        return await ctx.AskAsync($"Visitor {Math.Min(settledAfter, notebook.Lines.Count)}?");
    }

    [Workflow]
    public static async Task<string?> AskAndYield(WorkflowContext ctx)
    {
        var asked = ctx.AskAsync("Name?");
        await ctx.YieldIfNeededAsync("enough");
        return await asked;
    }

    /// <summary>Asks with what each kind lets a person answer.</summary>
    [Workflow]
    public static async Task<string> AskStrictly(WorkflowContext ctx, string kind) => kind switch
    {
        "approval" => await ctx.AskAsync("Well?", Question.Approval) ?? "(skipped)",
        "own approval" => await ctx.AskAsync("Well?", Question.Approval with { AllowCustom = true }) ?? "(skipped)",
        "select" => await ctx.AskAsync("Well?", Question.Select("s", "m") with { Skippable = true }) ?? "(skipped)",
        "multiselect" => string.Join('+', await ctx.AskManyAsync("Well?", Question.MultiSelect("a", "b")) ?? ["(skipped)"]),
        "no options" => await ctx.AskAsync("Well?", Question.Select()) ?? "(skipped)",
        _ => await ctx.AskAsync("Well?") ?? "(skipped)",
    };

    /// <summary>Says how its questions ended, without an exception.</summary>
    [Workflow]
    public static async Task<IReadOnlyList<string>> TryToAsk(WorkflowContext ctx)
    {
        var patience = TimeSpan.FromSeconds(1);
        var name = await ctx.TryAskAsync("Name?", Question.Text with { Skippable = true }, patience);
        var extras = await ctx.TryAskManyAsync("Extras?", Question.MultiSelect("a", "b") with { Skippable = true }, patience);
        var approval = await ctx.AskApprovalAsync("Sure?", Question.Approval with { AllowCustom = true, Skippable = true }, patience);
        var signal = await ctx.TryWaitForSignalAsync<int>("go", timeout: patience);
        return
        [
            Ending(name.IsAnswered, name.IsSkipped, name.IsTimedOut, name.Answer),
            Ending(extras.IsAnswered, extras.IsSkipped, extras.IsTimedOut, extras.IsAnswered ? string.Join('+', extras.Answer) : null),
            approval.IsRejected ? $"rejected {approval.Answer}" : Ending(approval, approval.IsSkipped, approval.IsTimedOut, approval.Answer),
            Ending(signal.IsReceived, false, signal.IsTimedOut, $"{signal.Payload}"),
        ];
    }

    [Workflow]
    public static async Task<bool> ApproveWrongly(WorkflowContext ctx, bool isSelect) =>
        await ctx.AskApprovalAsync("Sure?", isSelect ? Question.Select("approve") : Question.Approval with { Options = ["yes", "no"] });

    private static string Ending(bool isAnswered, bool isSkipped, bool isTimedOut, string? answer) => (isAnswered, isSkipped, isTimedOut) switch
    {
        (true, false, false) => $"answered {answer}",
        (false, true, false) => "skipped",
        (false, false, true) => "timed out",
        _ => "in two ways",
    };
}

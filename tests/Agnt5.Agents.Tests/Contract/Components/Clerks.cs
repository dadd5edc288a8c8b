namespace Agnt5.Agents.Tests.Contract.Components;

/// <summary>Where a letter belongs.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="IsUrgent">Whether it goes out today.</param>
public sealed record Sorting(string Zone, bool IsUrgent);

/// <summary>Agents of a post office.</summary>
public static partial class Clerks
{
    /// <summary>Serves customers.</summary>
    [Agent("clerk", Model = "clever", Instructions = "You serve customers.", Tools = ["weigh_parcel", "print_label", "compensate_sender"], Handoffs = ["customs"], MaxIterations = 4)]
    public static partial Task<string> Clerk(AgentContext ctx, string message);

    /// <summary>Knows tariffs.</summary>
    [Agent("customs", Model = "clever", Instructions = "You know tariffs.", Tools = ["look_up_tariff"])]
    public static partial Task<string> Customs(AgentContext ctx, string message);

    /// <summary>Asks the clerk.</summary>
    [Agent("foreman", Model = "clever", Instructions = "You delegate.", Tools = ["clerk", "scan_parcel"])]
    public static partial Task<string> Foreman(AgentContext ctx, string message);

    /// <summary>Sorts letters.</summary>
    [Agent("letter_sorter", Model = "clever", Instructions = "You sort.")]
    public static partial Task<Sorting> SortLetter(AgentContext ctx, string message);

    /// <summary>Has a letter answered, and a person agree to the answer.</summary>
    [Workflow]
    public static async Task<string> AnswerLetter(WorkflowContext ctx, string letter)
    {
        var draft = await ctx.RunAgentAsync("customs", letter);
        var wish = await ctx.AskAsync($"Send this? {draft}", Question.Text with { Skippable = true });
        return wish is null ? draft : await ctx.RunAgentAsync("customs", wish);
    }
}

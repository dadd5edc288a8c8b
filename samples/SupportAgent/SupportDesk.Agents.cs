using Agnt5;

namespace SupportAgent;

/// <summary>What a message is about.</summary>
public enum Topic
{
    Delivery,
    Refund,
    Other,
}

/// <summary>What a customer wants, at a glance.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="IsUrgent">Whether it cannot wait until tomorrow.</param>
/// <param name="OrderId">The order's number, if the customer names one.</param>
public sealed record Triage(Topic Topic, bool IsUrgent, string? OrderId);

public sealed partial class SupportDesk
{
    // The configuration says which model it is (Models/ChatModels.cs).
    private const string Model = "desk";

    /// <summary>Answers questions about orders, and pays them back.</summary>
    [Agent(
        Model = Model, InstructionsFile = "Prompts/assistant.md", MaxIterations = 6, MaxToolCalls = 10,
        Tools = [nameof(LookupOrderAsync), nameof(RefundAsync), nameof(Policy)], Handoffs = [nameof(Complaints)])]
    public static partial Task<string> Assistant(AgentContext ctx, string message);

    /// <summary>Calms angry customers.</summary>
    [Agent(Model = Model, Instructions = "You calm angry customers: apologize, and promise that a person calls back today.")]
    public static partial Task<string> Complaints(AgentContext ctx, string message);

    /// <summary>Knows the shop's rules for returns and delivery.</summary>
    [Agent(Model = Model, Instructions = "You know the shop's rules: goods may be sent back within 30 days, and orders are delivered within three days. Say which rule applies.", Temperature = 0)]
    public static partial Task<string> Policy(AgentContext ctx, string message);

    /// <summary>Sorts messages.</summary>
    [Agent("triage", Model = Model, Instructions = "You sort the messages of customers.")]
    public static partial Task<Triage> Sort(AgentContext ctx, string message);

    /// <summary>Answers letters: drafts, and has a person read the draft before it goes out.</summary>
    [Agent("letters", Model = Model, Instructions = "You answer letters, politely and in full sentences.", Tools = [nameof(LookupOrderAsync)])]
    public static async Task<string> AnswerLetter(AgentContext ctx, string letter)
    {
        var draft = await ctx.RunAsync(letter);
        var wish = await ctx.AskAsync($"May this go out? Say what to change, or skip: {draft}", Question.Text with { Skippable = true });
        return wish is null ? draft : await ctx.RunAsync($"Write your answer again: {wish}\n\nThe answer: {draft}\n\nThe letter: {letter}");
    }

    /// <summary>Looks at the photo of a parcel that arrived damaged.</summary>
    /// <param name="message">What the customer says about it.</param>
    /// <param name="photo">The photo as a data URI, for example data:image/png;base64,iVBORw0KGgo=.</param>
    [Agent("damage", Model = Model, Instructions = "You look at photos of parcels. Say in one sentence what is damaged, and whether the shop pays it back.")]
    public static Task<string> InspectDamage(AgentContext ctx, string message, string photo) =>
        ctx.RunAsync(message, new AgentRunOptions { Attachments = [Photo.Read(photo)] });
}

using Agnt5.Agents.Tests.Hosting;

namespace Agnt5.Agents.Tests.Contract.Components;

/// <summary>Components that fail.</summary>
public sealed class Mishaps(Diary diary)
{
    /// <summary>Fails in the way that it is told.</summary>
    [Function]
    public static string OpenCounter(string weather) => weather switch
    {
        "storm" => throw new InvalidOperationException("the door does not open"),
        "flood" => throw new NonRetryableException("there is no counter any more"),
        _ => "open",
    };

    /// <summary>Tells, finishes one step, and fails at the next.</summary>
    [Workflow]
    public async Task<string> LoseParcel(WorkflowContext ctx)
    {
        await ctx.EmitAsync("parcel.taken", 1);
        await ctx.StepAsync("accept", () =>
        {
            diary.Write("accepted");
            return "accepted";
        });
        return await ctx.StepAsync("find", string () =>
        {
            diary.Write("searched");
            throw new InvalidOperationException("it is nowhere");
        });
    }

    /// <summary>Takes money, cannot send, and gives the money back before it fails.</summary>
    [Workflow]
    public async Task<string> SendPaidParcel(WorkflowContext ctx)
    {
        await ctx.StepAsync("charge", () => diary.Write("charged"));
        try
        {
            return await ctx.StepAsync("send", () => ctx.Attempt == 0 ? throw new InvalidOperationException("the lorry has gone") : "sent");
        }
        catch (StepFailedException)
        {
            await ctx.StepAsync("refund", () => diary.Write("refunded"));
            throw;
        }
    }

    /// <summary>Uses one key for two steps.</summary>
    [Workflow]
    public static async Task<int> LabelTwice(WorkflowContext ctx) => await ctx.StepAsync("label", () => 1) + await ctx.StepAsync("label", () => 2);
}

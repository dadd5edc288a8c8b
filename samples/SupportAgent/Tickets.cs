using Agnt5;

namespace SupportAgent;

/// <summary>A message of a customer.</summary>
/// <param name="CustomerId">Who wrote it, for example c-1.</param>
/// <param name="Text">What the customer wrote.</param>
public sealed record Ticket(string CustomerId, string Text);

/// <summary>How a ticket was handled.</summary>
/// <param name="Topic">What it was about.</param>
/// <param name="Answer">What the customer was told.</param>
public sealed record HandledTicket(Topic Topic, string Answer);

public static class Tickets
{
    /// <summary>Sorts a ticket and has it answered: at once when it is urgent, else after an hour in which the customer may still add something.</summary>
    [Workflow]
    public static async Task<HandledTicket> HandleTicket(WorkflowContext ctx, Ticket ticket)
    {
        var triage = await ctx.RunAgentAsync<Triage>("triage", ticket.Text);
        if (!triage.IsUrgent)
            await ctx.SleepAsync(TimeSpan.FromHours(1), "collect");

        var answer = await ctx.RunAgentAsync("assistant", ticket.Text, new AgentCallOptions { SessionId = ticket.CustomerId });
        await ctx.StepAsync("send", () => ctx.Logger.LogInformation("Customer {CustomerId} is answered", ticket.CustomerId));
        return new HandledTicket(triage.Topic, answer);
    }
}

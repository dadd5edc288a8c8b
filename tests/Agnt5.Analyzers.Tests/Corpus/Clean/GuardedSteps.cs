// Using and finally around steps and around plain data: nothing is suspended in between (after samples of Temporal).
using System.Text.Json;
using Microsoft.Extensions.Logging;

public sealed record Webhook(string Body);

public sealed record Ticket(string Subject, int Priority);

public interface ITickets
{
    Task<int> OpenAsync(Ticket ticket, CancellationToken cancellationToken);
}

public sealed class GuardedSteps(ITickets tickets)
{
    private string _state = "new";

    /// <summary>Opens a ticket for a webhook.</summary>
    [Workflow]
    public async Task<int> OpenTicket(WorkflowContext ctx, Webhook webhook)
    {
        var ticket = Read(webhook.Body);
        try
        {
            _state = "opening";
            return await ctx.StepAsync("open", ct => tickets.OpenAsync(ticket, ct));
        }
        finally
        {
            _state = "opened";
            ctx.Logger.LogInformation("The ticket is {State}", _state);
        }
    }

    private static Ticket Read(string body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        return new(root.GetProperty("subject").GetString() ?? "", root.TryGetProperty("priority", out var priority) ? priority.GetInt32() : 3);
    }
}

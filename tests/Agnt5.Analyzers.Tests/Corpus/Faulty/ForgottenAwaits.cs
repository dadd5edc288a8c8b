// Durable calls that nobody awaits (after samples of Durable Task and Hatchet).
public sealed record Order(string Id, string Email);

public interface IOffice
{
    Task MailAsync(string to, string text, CancellationToken cancellationToken);

    Task ShipAsync(string order, CancellationToken cancellationToken);
}

public sealed class ForgottenAwaits(IOffice office)
{
    /// <summary>Ships an order.</summary>
    [Workflow]
    public async Task<string> Ship(WorkflowContext ctx, Order order)
    {
        _ = {|AGT4012:ctx.StepAsync("confirm", ct => office.MailAsync(order.Email, "We have your order.", ct))|};
        {|AGT4012:ctx.SleepAsync(TimeSpan.FromHours(1), "cool_down")|};

        var shipping = ctx.StepAsync("ship", ct => office.ShipAsync(order.Id, ct));
        var survey = {|AGT4012:ctx.StepAsync("survey", ct => office.MailAsync(order.Email, "Are you happy?", ct))|};
        await shipping;
        return order.Id;
    }
}

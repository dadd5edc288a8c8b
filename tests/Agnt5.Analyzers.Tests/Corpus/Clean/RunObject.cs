// The run as an object of its own that keeps the context (after samples of Temporal).
public sealed record Hire(string Name, string Role, List<string> Equipment);

public sealed record Access(string Account, List<string> Ordered);

public interface IDesk
{
    Task<string> CreateAccountAsync(string name, CancellationToken cancellationToken);

    Task OrderAsync(string item, string account, CancellationToken cancellationToken);
}

public sealed class RunObject(IDesk desk)
{
    /// <summary>Prepares everything for a new colleague.</summary>
    [Workflow]
    public Task<Access> Prepare(WorkflowContext ctx, Hire hire) => new Preparation(ctx, desk, hire).RunAsync();

    private sealed class Preparation(WorkflowContext ctx, IDesk desk, Hire hire)
    {
        private readonly List<string> _ordered = [];
        private int _items;

        public async Task<Access> RunAsync()
        {
            var account = await ctx.StepAsync("create_account", ct => desk.CreateAccountAsync(hire.Name, ct));
            foreach (var item in hire.Equipment.Distinct().Order(StringComparer.Ordinal))
                await OrderAsync(item, account);
            if (NeedsApproval && await ctx.AskAsync($"Order {_items} things for {hire.Name}?", Question.Approval) is not "approve")
                _ordered.Clear();
            return new(account, _ordered);
        }

        private bool NeedsApproval => _items > 5;

        private async Task OrderAsync(string item, string account)
        {
            await ctx.StepAsync("order", ct => desk.OrderAsync(item, account, ct), new StepOptions { Key = item });
            _ordered.Add(item);
            _items++;
        }
    }
}

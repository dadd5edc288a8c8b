// A lease and a lock held over a durable wait (after the mutex samples of Temporal).
public sealed record Resource(string Name);

public interface ILeases
{
    ILease Take(string name);
}

public interface ILease : IDisposable
{
    Task ReleaseAsync(CancellationToken cancellationToken);
}

public sealed record Handover(string To);

public sealed class LeaseOverSleep(ILeases leases)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Keeps a resource until it is handed over.</summary>
    [Workflow]
    public async Task<string> Keep(WorkflowContext ctx, Resource resource)
    {
        {|AGT4011:using|} (leases.Take(resource.Name))
        {
            await ctx.SleepAsync(TimeSpan.FromMinutes(20), "work");
        }

        try
        {
            var handover = await ctx.WaitForSignalAsync<Handover>("handover");
            return handover.To;
        }
        {|AGT4011:finally|}
        {
            _one.Release();
        }
    }
}

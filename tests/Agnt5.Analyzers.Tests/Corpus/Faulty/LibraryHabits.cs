// ConfigureAwait(false) as one writes it in libraries (after samples of Durable Task, whose analyzers reject it too).
public sealed record Contract(string Id);

public sealed record Signed(string By);

public interface IArchive
{
    Task StoreAsync(string contract, string by, CancellationToken cancellationToken);
}

public sealed class LibraryHabits(IArchive archive)
{
    /// <summary>Waits for a signature and archives the contract.</summary>
    [Workflow]
    public async Task<string> Archive(WorkflowContext ctx, Contract contract)
    {
        var signed = await ctx.WaitForSignalAsync<Signed>("signed").{|AGT4013:ConfigureAwait(false)|};
        await StoreAsync(ctx, contract, signed).{|AGT4013:ConfigureAwait(false)|};
        return signed.By;
    }

    private async Task StoreAsync(WorkflowContext ctx, Contract contract, Signed signed)
    {
        await ctx.StepAsync("store", async ct => await archive.StoreAsync(contract.Id, signed.By, ct).ConfigureAwait(false)).{|AGT4013:ConfigureAwait(false)|};
    }
}

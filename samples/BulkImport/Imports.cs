using Agnt5;

namespace BulkImport;

/// <summary>What to import.</summary>
/// <param name="Catalog">The supplier's catalog, for example tea.</param>
/// <param name="AtOnce">How many products are copied at once at most.</param>
public sealed record ImportRequest(string Catalog, [property: System.ComponentModel.DataAnnotations.Range(1, 100)] int AtOnce = 10);

/// <summary>How an import ended.</summary>
/// <param name="Imported">How many products were copied.</param>
/// <param name="Failed">Those that could not be, by their ids.</param>
public sealed record ImportReport(int Imported, IReadOnlyList<FailedProduct> Failed);

/// <summary>A product that could not be copied.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reason">Why.</param>
public sealed record FailedProduct(string Id, string Reason);

/// <summary>How far an import is.</summary>
public sealed record Progress(int Done, int Total);

public sealed class Imports(ISupplier supplier)
{
    private static readonly StepOptions Patient = new() { MaxAttempts = 4, InitialInterval = TimeSpan.FromMilliseconds(200) };

    /// <summary>Copies all products of a catalog into the shop, some at once. Products that cannot be copied are reported, and stop none of the others.</summary>
    [Workflow]
    public async Task<ImportReport> ImportCatalog(WorkflowContext ctx, ImportRequest request)
    {
        // A product's id is the key of its step, so each is there once, also where the supplier lists it twice.
        var products = await ctx.StepAsync("list", async ct => (await supplier.ListAsync(request.Catalog, ct)).Distinct().ToArray(), Patient);
        var left = new Queue<string>(products);
        var failed = new List<FailedProduct>();
        var done = 0;

        // So many branches take one product after the other. A workflow runs one branch at a time, so they share a queue without a lock.
        await Task.WhenAll(Enumerable.Range(0, request.AtOnce).Select(_ => CopyAsync()));
        return new ImportReport(done - failed.Count, [.. failed.OrderBy(static product => product.Id, StringComparer.Ordinal)]);

        async Task CopyAsync()
        {
            while (left.TryDequeue(out var id))
            {
                try
                {
                    await ctx.StepAsync("copy", ct => supplier.CopyAsync(id, ct), Patient with { Key = id });
                }
                catch (StepFailedException failure)
                {
                    failed.Add(new FailedProduct(id, failure.Message));
                }

                if (++done % 50 == 0)
                    await ctx.EmitAsync("import.progress", new Progress(done, products.Length));
            }
        }
    }
}

using Agnt5.Local;
using Agnt5.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BulkImport.Tests;

public sealed class ImportCatalogTests
{
    private static readonly ImportRequest Request = new("tea", AtOnce: 8);

    [Fact]
    public async Task All_500_products_are_copied_and_each_of_them_once()
    {
        var supplier = new FakeSupplier();
        await using var agnt5 = await StartAsync(supplier);

        var report = await agnt5.ImportCatalog(Request).OutputAsync();

        Assert.Equal((500, 0), (report.Imported, report.Failed.Count));
        Assert.Equal(500, supplier.Copied.Count);
        Assert.All(supplier.Copied.Values, static times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task A_product_that_the_supplier_lists_twice_is_copied_and_counted_once()
    {
        var supplier = new FakeSupplier { ListedTwice = ["tea-007", "tea-500"] };
        await using var agnt5 = await StartAsync(supplier);

        var report = await agnt5.ImportCatalog(Request).OutputAsync();

        Assert.Equal((500, 0), (report.Imported, report.Failed.Count));
        Assert.All(supplier.Copied.Values, static times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task As_many_are_at_work_at_once_as_the_caller_allows_and_no_more()
    {
        var supplier = new FakeSupplier();
        await using var agnt5 = await StartAsync(supplier);
        using var first = agnt5.HoldStep("copy");
        var run = await agnt5.ImportCatalog(Request);
        await first.WaitAsync();

        // Those that have begun go on, and those that follow are held again.
        using var next = agnt5.HoldStep("copy");
        first.Release();
        await next.WaitAsync();

        Assert.Equal(8, supplier.Copied.Count);
        next.Release();
        Assert.Equal(500, (await run.OutputAsync()).Imported);
    }

    [Fact]
    public async Task A_slow_product_holds_one_place_and_the_others_go_on_beside_it()
    {
        var supplier = new FakeSupplier();
        await using var agnt5 = await StartAsync(supplier);
        using var held = agnt5.HoldStep("copy:tea-007");
        var run = await agnt5.ImportCatalog(Request);

        await held.WaitAsync();
        var besides = supplier.Copied.Count;
        held.Release();

        Assert.Equal((499, 500), (besides, (await run.OutputAsync()).Imported));
    }

    [Fact]
    public async Task A_product_that_fails_for_good_is_reported_and_one_that_fails_now_and_then_is_not()
    {
        await using var agnt5 = await StartAsync(new FakeSupplier());
        agnt5.FailStep("copy:tea-007", times: 3, new HttpRequestException("The supplier is busy."));
        agnt5.FailStep("copy:tea-013", times: 4, new HttpRequestException("The supplier is down."));

        var report = await agnt5.ImportCatalog(Request).RunToEndAsync();

        Assert.Equal(499, report.Imported);
        Assert.Equal([new FailedProduct("tea-013", "The supplier is down.")], report.Failed);
    }

    [Fact]
    public async Task An_import_that_its_host_cuts_off_again_and_again_copies_nothing_twice_and_tells_of_its_progress_once()
    {
        var supplier = new FakeSupplier();
        // What 500 products leave behind is brought back by each request, and fits a hundred times into what an endpoint takes by default.
        await using var agnt5 = await StartAsync(supplier, static endpoint => endpoint.MaxRequestBodyBytes = 80 * 1024);
        agnt5.FailStep("copy:tea-250", times: 4);

        var held = agnt5.HoldStep("copy");
        var run = await agnt5.ImportCatalog(Request with { AtOnce = 20 });
        while (await run.WaitForRestAsync() == LocalRunStatus.Running)
        {
            // The time of the slice is over while twenty products are on their way. The next twenty wait for the next slice.
            await agnt5.AdvanceAsync(TimeSpan.FromMilliseconds(2));
            var next = agnt5.HoldStep("copy");
            held.Release();
            held = next;
        }

        held.Release();
        var report = await run.RunToEndAsync();

        Assert.Equal((499, "tea-250"), (report.Imported, Assert.Single(report.Failed).Id));
        Assert.True(run.Slices > 25, $"{run.Slices} slices");
        Assert.All(supplier.Copied.Values, static times => Assert.Equal(1, times));
        Assert.Equal(
            [50, 100, 150, 200, 250, 300, 350, 400, 450, 500],
            run.Journal.Where(static happened => happened.Type == "import.progress").Select(static happened => happened.Data!.Value.GetProperty("done").GetInt32()));
    }

    private static Task<LocalAgnt5> StartAsync(ISupplier supplier, Action<Agnt5.ServerlessOptions>? endpoint = null) =>
        LocalAgnt5.StartAsync(Agnt5Components.Catalog, services => services.AddSingleton(supplier), new Agnt5TestOptions { ConfigureEndpoint = endpoint });
}

using Agnt5.Testing.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Testing.Tests.Exploring;

/// <summary>A finding says what differs, shows both runs, and how to see it again.</summary>
public sealed class MessageTests
{
    [Fact]
    public async Task A_run_that_ends_otherwise_is_shown_beside_the_plain_run() =>
        Snapshot.Check("explore-variable", await FindAsync(static agnt5 => agnt5.VariableOfAStep()));

    [Fact]
    public async Task A_record_that_nobody_asks_for_is_shown_with_the_cut_before_it() =>
        Snapshot.Check("explore-memory", await FindAsync(static agnt5 => agnt5.MemoryOfAService()));

    [Fact]
    public async Task An_order_that_decides_is_named() =>
        Snapshot.Check("explore-order", await FindAsync(static agnt5 => agnt5.OrderOfCompletion()));

    [Fact]
    public async Task A_clock_is_found_by_a_later_replay() =>
        Snapshot.Check("explore-clock", await FindAsync(static agnt5 => agnt5.ClockInTheBody()));

    [Fact]
    public async Task A_wait_that_the_test_has_forgotten_is_named_with_what_to_add() =>
        Snapshot.Check("explore-signal", await FindAsync(static agnt5 => agnt5.ShipOrder(new Order("o-1", 12.5m))));

    [Fact]
    public async Task A_schedule_with_a_slip_is_refused()
    {
        var failure = await Assert.ThrowsAsync<Agnt5TestException>(() => Explore.RunAsync(
            Agnt5Components.Catalog, static agnt5 => agnt5.ThreeInLine(), static services => services.AddShop(new FakePayments()), new ExploreOptions { Schedule = "0.x" }));

        Assert.StartsWith("'0.x' is no schedule.", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> FindAsync<TOutput>(Func<LocalAgnt5, Task<TestRun<TOutput>>> start) => (await Assert.ThrowsAsync<Agnt5TestException>(() => Explore.RunAsync(
        Agnt5Components.Catalog, start, static services => services.AddShop(new FakePayments()).AddSingleton<Ledger>().AddSingleton<Rates>()))).Message;
}

using Xunit.Abstractions;
using static Agnt5.Hostile.Tests.Growth.GrowingRequest;

namespace Agnt5.Hostile.Tests.Growth;

/// <summary>A caller who sends twice as many ids keeps the endpoint busy for twice as long, and no longer.</summary>
[Collection(Alone.Name)]
public sealed class FanOutGrowthTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Steps_that_run_at_the_same_time() =>
        output.WriteLine(await MustDoubleAsync(4_000, static n => Of("fan_out", Ids(n)), Completed));

    [Theory]
    [InlineData("in the order of the calls")]
    [InlineData("in reverse")]
    [InlineData("shuffled")]
    public async Task Steps_that_are_recorded(string order) =>
        output.WriteLine(await MustDoubleAsync(10_000, n => Of("fan_out", Ids(n), List(n, i => $"\"work:{Place(order, i, n)}\":null")), Completed));

    [Theory]
    [InlineData("in the order of the calls")]
    [InlineData("in reverse")]
    [InlineData("shuffled")]
    public async Task Steps_that_are_recorded_with_the_order_of_their_ends(string order) =>
        output.WriteLine(await MustDoubleAsync(
            8_000, n => Of("fan_out", Ids(n), $"\"agnt5:order\":[{List(n, i => $"\"work:{Place(order, i, n)}\"")}],{List(n, static i => $"\"work:{i}\":null")}"), Completed));

    [Fact]
    public async Task An_order_of_steps_that_nothing_asks_for() =>
        output.WriteLine(await MustDoubleAsync(
            20_000, static n => Of("fan_out", Ids(10), $"\"agnt5:order\":[{List(n, static i => $"\"gone:{i}\"")}],{List(10, static i => $"\"work:{i}\":null")}"), Completed));

    // The new steps are each compared with the recorded keys that nothing has asked for: perhaps a step was renamed.
    [Fact]
    public async Task New_steps_beside_records_that_nothing_asks_for() =>
        output.WriteLine(await MustDoubleAsync(3_000, static n => Of("fan_out", Ids(2 * n), $"{List(n, static i => $"\"work:{i}\":null")},\"gone\":null"), Completed));

    [Fact]
    public async Task Records_of_one_key() =>
        output.WriteLine(await MustDoubleAsync(20_000, static n => Of("fan_out", Ids(1), List(n, static _ => "\"work:0\":null")), Completed));

    [Fact]
    public async Task Reserved_records_that_nothing_asks_for() =>
        output.WriteLine(await MustDoubleAsync(4_000, static n => Of("fan_out", Ids(n), List(n, static i => $"\"agnt5:fired:{i}\":true")), Completed));

    private static string Ids(int count) => $$"""{"ids":[{{List(count, static id => $"{id}")}}]}""";

    private static int Place(string order, int i, int count) => order switch
    {
        "in reverse" => count - 1 - i,
        // Coprime to every count here.
        "shuffled" => (int)(i * 7_919L % count),
        _ => i,
    };
}

using Xunit.Abstractions;
using static Agnt5.Hostile.Tests.Growth.GrowingRequest;

namespace Agnt5.Hostile.Tests.Growth;

/// <summary>A caller who sends twice as many ids keeps the endpoint busy for twice as long, and no longer.</summary>
[Collection(Alone.Name)]
public sealed class FanOutGrowthTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Steps_that_run_at_the_same_time() =>
        output.WriteLine(await MustDoubleAsync(4_000, static n => Of("fan_out", $$"""{"ids":[{{List(n, static id => $"{id}")}}]}"""), """{"status":"completed"""));
}

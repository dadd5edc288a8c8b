using Agnt5.Lambda.Tests.Emulation;
using Agnt5.Shipping.Tests;

namespace Agnt5.Lambda.Tests.Conformance;

/// <summary>The recorded requests of the official SDK get the same answers through every event of AWS.</summary>
public sealed class EventConformanceTests
{
    private readonly ConformanceSuite _suite = new();

    public static TheoryData<string> Shapes => [.. EventShape.All];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_platform_that_knows_the_recorded_SDK_gets_the_same_answers_from_a_function(string shape)
    {
        await using var copies = await BridgedCopies.StartAsync(shape);

        var report = await ConformanceSuite.RunAsync($"lambda-{shape.Replace(' ', '-')}", copies.Command);

        var unexpected = report.Verdicts.Where(verdict => verdict.Value != "equal" && !(verdict.Value is "accepted" or "different-arguable" && _suite.Deliberate.Contains(verdict.Key)));
        Assert.True(!unexpected.Any(), $"{string.Join(", ", unexpected.Select(static verdict => $"{verdict.Key}: {verdict.Value}"))}\n{report.Log}");
        Assert.True(report.Verdicts.Count > 100, "The corpus was not played.");
    }
}

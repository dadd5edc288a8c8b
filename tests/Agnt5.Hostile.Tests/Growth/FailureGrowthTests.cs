using Xunit.Abstractions;
using static Agnt5.Hostile.Tests.Growth.GrowingRequest;

namespace Agnt5.Hostile.Tests.Growth;

/// <summary>A caller whose input makes steps fail keeps the endpoint busy for as long as the failures take, and no longer.</summary>
[Collection(Alone.Name)]
public sealed class FailureGrowthTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Steps_that_all_fail(bool endsWithAll) =>
        output.WriteLine(await MustDoubleAsync(1_000, n => Of("fail_together", Ids(n, $"\"withAll\":{(endsWithAll ? "true" : "false")}")), Failed));

    [Fact]
    public async Task Branches_of_which_half_fails() =>
        output.WriteLine(await MustDoubleAsync(2_000, static n => Of("fan_out_in_two", Ids(n)), Completed));

    [Fact]
    public async Task One_step_that_is_tried_again_and_again() =>
        output.WriteLine(await MustDoubleAsync(800, static n => Of("try_again", $$"""{"times":{{n}},"others":0}"""), Completed));

    [Fact]
    public async Task Steps_after_many_failures_while_another_failure_is_open() =>
        output.WriteLine(await MustDoubleAsync(600, static n => Of("try_again", $$"""{"times":{{n}},"others":{{n}}}"""), Completed));

    [Fact]
    public async Task Recorded_failures_of_one_step() =>
        output.WriteLine(await MustDoubleAsync(600, static n => Of("try_again", $$"""{"times":{{n}},"others":0}""", $"\"agnt5:failed:work\":[{List(n, static _ => Failure)}]"), Completed));

    [Fact]
    public async Task Failures_that_a_retry_of_the_run_forgets() =>
        output.WriteLine(await MustDoubleAsync(
            4_000,
            static n => Of(
                "fan_out",
                Ids(1),
                $$"""
                "agnt5:failed:work":[{{List(n, static i => $$"""{"type":"T","message":"m","attempt":0,"events":0,"times":{{i}}}""")}}],
                "agnt5:order":[{{List(n, static _ => "\"agnt5:failed:work\"")}}],
                "agnt5:now":[{{List(n, static i => $"{i}")}}]
                """,
                ""","attempt":5"""),
            Completed));

    private const string Failure = """{"type":"System.TimeoutException","message":"silence"}""";

    private static string Ids(int count, string more = "\"a\":0") => $$"""{"ids":[{{List(count, static id => $"{id}")}}],{{more}}}""";
}

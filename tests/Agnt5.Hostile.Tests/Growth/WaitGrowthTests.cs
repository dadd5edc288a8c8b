using Xunit.Abstractions;
using static Agnt5.Hostile.Tests.Growth.GrowingRequest;

namespace Agnt5.Hostile.Tests.Growth;

/// <summary>A caller who makes a workflow wait for twice as much keeps the endpoint busy for twice as long, and no longer.</summary>
[Collection(Alone.Name)]
public sealed class WaitGrowthTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Sleeps_that_begin() =>
        output.WriteLine(await MustDoubleAsync(8_000, static n => Of("sleep_together", Sleeps(n, "100000")), Suspended));

    [Fact]
    public async Task Sleeps_that_come_due_together() =>
        output.WriteLine(await MustDoubleAsync(4_000, static n => Of("sleep_together", Sleeps(n, "1"), List(n, static i => $"\"nap {i}\":{i}")), Completed));

    [Fact]
    public async Task Sleeps_that_ended_in_earlier_slices() =>
        output.WriteLine(await MustDoubleAsync(
            6_000, static n => Of("sleep_together", Sleeps(n, "1"), List(n, static i => $"\"nap {i}\":{i},\"agnt5:fired:nap {i}\":true")), Completed));

    [Fact]
    public async Task Steps_beside_sleeps() =>
        output.WriteLine(await MustDoubleAsync(2_000, static n => Of("sleep_together", Sleeps(n, "100000", List(n, static i => $"{i}"))), Suspended));

    [Fact]
    public async Task Sleeps_of_durations_that_collide() =>
        output.WriteLine(await MustDoubleAsync(17_000, static n => Of(
            "sleep_together", $$"""{"durations":[{{List(n, i => $"{Buckets(n) * (i + 1)}")}}],"ids":[],"named":false}"""), Suspended));

    [Fact]
    public async Task Questions() =>
        output.WriteLine(await MustDoubleAsync(8_000, static n => Of("ask_together", $$"""{"questions":{{n}}}"""), Suspended));

    [Fact]
    public async Task Questions_with_answers() =>
        output.WriteLine(await MustDoubleAsync(6_000, static n => Of(
            "ask_together", $$"""{"questions":{{n}}}""", more: Metadata("step_events", $"{{{List(n, static i => $"\\\"{i}\\\":\\\"yes\\\"")}}}")), Completed));

    [Fact]
    public async Task Questions_with_recorded_answers() =>
        output.WriteLine(await MustDoubleAsync(6_000, static n => Of("ask_together", $$"""{"questions":{{n}}}""", List(n, static i => $"\"agnt5:answer:{i}\":\"yes\"")), Completed));

    [Fact]
    public async Task Answers_whose_numbers_collide() =>
        output.WriteLine(await MustDoubleAsync(17_000, static n => Of(
            "ask_together", """{"questions":1}""", more: Metadata("step_events", $"{{{List(n, i => $"\\\"{Buckets(n) * i}\\\":\\\"yes\\\"")}}}")), Completed));

    [Fact]
    public async Task Choices_of_many_options() =>
        output.WriteLine(await MustDoubleAsync(4_000, static n => Of(
            "choose_many",
            $$"""{"options":[{{List(n, static i => $"\"{i}\"")}}]}""",
            more: Metadata("user_response", $"[{List(n, static i => $"\\\"{i}\\\"")}]")), Completed));

    [Fact]
    public async Task Signals() =>
        output.WriteLine(await MustDoubleAsync(6_000, static n => Of("listen_together", $$"""{"signals":{{n}}}"""), Suspended));

    [Fact]
    public async Task Signals_with_recorded_payloads() =>
        output.WriteLine(await MustDoubleAsync(6_000, static n => Of("listen_together", $$"""{"signals":{{n}}}""", List(n, static i => $"\"agnt5:signal:go:{i}\":\"x\"")), Completed));

    [Fact]
    public async Task Events_and_times() =>
        output.WriteLine(await MustDoubleAsync(10_000, static n => Of("chatter", $$"""{"times":{{n}}}"""), Completed));

    [Fact]
    public async Task Events_and_times_of_earlier_slices() =>
        output.WriteLine(await MustDoubleAsync(20_000, static n => Of(
            "chatter", $$"""{"times":{{n}}}""", $"\"agnt5:events\":{n},\"agnt5:now\":[{List(n, static i => $"{i}")}]"), Completed));

    // A hash table of .NET has so many buckets for that many entries. Multiples of the number all meet in one.
    private static long Buckets(int entries) => entries > 17_519 ? 36_353 : 17_519;

    private static string Sleeps(int count, string duration, string ids = "") =>
        $$"""{"durations":[{{List(count, _ => duration)}}],"ids":[{{ids}}],"named":true}""";

    private static string Metadata(string name, string escaped) => $$""","metadata":{"{{name}}":"{{escaped}}"}""";
}

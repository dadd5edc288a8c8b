using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Tests.Shared;

namespace Agnt5.Endpoint.Tests;

/// <summary>Times, ids, random numbers and <c>IsReplaying</c> are the same over slices.</summary>
public sealed class DeterminismTests
{
    private const long Start = ManualTime.StartMs;

    [Fact]
    public async Task Times_ids_and_random_numbers_stay_what_they_were_and_differ_from_each_other()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("choose");

        await run.SliceAsync();
        endpoint.Time.AdvanceMs(1000);
        await run.SliceAsync();
        endpoint.Time.AdvanceMs(1000);
        await run.SliceAsync();

        var (first, second) = (endpoint.Notes.First(), endpoint.Notes.Last());
        Assert.Equal([first, first, second, first, second], endpoint.Notes);
        Assert.StartsWith($"{Start} {Start} ", first, StringComparison.Ordinal);
        Assert.StartsWith($"{Start + 1000} {Start + 1000} ", second, StringComparison.Ordinal);
        Assert.Equal(8, $"{first} {second}".Split(' ').Skip(2).Where(static value => !value.StartsWith("19000", StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal($"[{Start},{Start},{Start + 1000},{Start + 1000}]", run.Recorded["agnt5:now"]!.ToJsonString());
    }

    /// <summary>An event is no durable call: steps send events too.</summary>
    public static TheoryData<string> Counted => ["UtcNow", "NewGuid", "Random", .. ContextCalls.Of(typeof(WorkflowContext)).Except(["EmitAsync"])];

    [Theory]
    [MemberData(nameof(Counted))]
    public async Task What_a_replay_counts_is_refused_inside_a_step_whose_body_does_not_run_again(string what)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("choose_in_a_step", $$"""{"what":"{{what}}"}""").SliceAsync();

        answer.MustFail("AGT4010", isFinal: true);
        Assert.Matches($@"\b{what} was called", answer.Message);
        answer.MustFail("'step'", isFinal: true);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[\"now\"]")]
    [InlineData("[1.5]")]
    public async Task A_record_of_times_that_cannot_be_read_ends_the_run(string record)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("choose").From($$"""{"agnt5:now":{{record}}}""").SliceAsync()).MustFail("agnt5:now", isFinal: true);
    }

    [Theory]
    [InlineData("{}", "[false,false,false]")]
    [InlineData("""{"one":null}""", "[true,true,false]")]
    [InlineData("""{"one":null,"two":null}""", "[true,true,true]")]
    [InlineData("""{"two":null}""", "[true,false,false]")]
    public async Task A_replay_lasts_until_the_first_completion_that_is_new(string recorded, string replaying)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("notice_replays").From(recorded).SliceAsync()).MustComplete(replaying);
    }
}

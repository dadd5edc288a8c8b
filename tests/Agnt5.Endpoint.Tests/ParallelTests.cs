using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 6, <c>agnt5:order</c>: a replay takes the branch that was taken.</summary>
public sealed class ParallelTests
{
    private const string AllDone = """ "a":"a","b":"b","prize for a":null,"prize for b":null """;

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task The_first_to_finish_is_the_first_on_every_replay_and_is_told_of_once(string first, string second)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("race");

        var slice = run.SliceAsync();
        endpoint.Gates.Open(first);
        await endpoint.Gates.WhenReachedAsync("prize");
        endpoint.Gates.Open(second);
        endpoint.Gates.Open("prize");
        var live = await slice;
        var replayed = await run.SliceAsync();

        live.MustComplete($"\"{first} alone\"");
        Assert.Equal(live.Text, replayed.Text);
        Assert.Equal(first, run.Recorded["agnt5:order"]![0]!.GetValue<string>());
        Assert.Equal(3, run.Recorded["agnt5:order"]!.AsArray().Count);
        Assert.Equal($"{first} won, replaying False", Assert.Single(endpoint.Log.About(" won")).Message);
        Assert.Single(endpoint.Log.About("all done"));
    }

    [Theory]
    [InlineData("""["b","a"]""", "b alone")]
    [InlineData("""["a","b"]""", "a alone")]
    [InlineData("""["ghost","b","ghost","a"]""", "b alone")]
    [InlineData("""["b","b","a","b"]""", "b alone")]
    [InlineData("""["b"]""", "a alone")]
    [InlineData("""["prize for a","b","a"]""", "b alone")]
    [InlineData("""["agnt5:answer:9","a","agnt5:failed:b"]""", "b alone")]
    [InlineData("[]", "a alone")]
    public async Task Recorded_completions_come_in_the_recorded_order_those_outside_of_it_before_them_and_strange_entries_are_skipped(string order, string output)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("race").From($$"""{{{AllDone}},"agnt5:order":{{order}}}""");

        (await run.SliceAsync()).MustComplete($"\"{output}\"");

        Assert.Equal(order, run.Recorded["agnt5:order"]!.ToJsonString());
        Assert.Empty(endpoint.Log.About("replaying"));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("""{"a":1}""")]
    [InlineData("[1]")]
    [InlineData("\"a\"")]
    public async Task An_order_that_cannot_be_read_ends_the_run_and_not_the_process(string order)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("race").From($$"""{{{AllDone}},"agnt5:order":{{order}}}""").SliceAsync()).MustFail("agnt5:order", isFinal: true);
        (await endpoint.Run("slow_outside_of_steps", """{"quick":false}""").From($$"""{"agnt5:order":{{order}}}""").SliceAsync()).MustFail("agnt5:order", isFinal: true);
    }

    [Fact]
    public async Task New_completions_come_after_the_recorded_ones()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("race").From("""{"b":"b","prize for b":null,"agnt5:order":["b","prize for b"]}""");

        endpoint.Gates.Open("a");
        (await run.SliceAsync()).MustComplete("\"b alone\"");

        Assert.Equal("""["b","prize for b","a"]""", run.Recorded["agnt5:order"]!.ToJsonString());
        Assert.Empty(endpoint.Log.About(" won"));
        Assert.Equal("all done, replaying False", Assert.Single(endpoint.Log.About("all done")).Message);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task Failures_have_their_place_in_the_order_too(string first, string second)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("failing_race");

        var slice = run.SliceAsync();
        endpoint.Gates.Open(first);
        await endpoint.Gates.WhenReachedAsync("note");
        endpoint.Gates.Open(second);
        endpoint.Gates.Open("note");
        (await slice).MustBe("suspended");
        endpoint.Time.AdvanceMs(1000);

        (await run.SliceAsync()).MustComplete($"\"{first} is silent\"");
        Assert.Equal($"agnt5:failed:{first}", run.Recorded["agnt5:order"]![0]!.GetValue<string>());
        Assert.Equal(4, run.Recorded["agnt5:order"]!.AsArray().Count);
    }

    [Fact]
    public async Task Branches_of_every_kind_go_on_one_by_one_and_a_replay_repeats_their_order()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("one_of_each");

        var slice = run.SliceAsync("""{"signal_name":"go","signal_payload":"yes"}""");
        await endpoint.Gates.WhenReachedAsync("slow");
        await endpoint.WhenNotedAsync("signal");
        // The step of another branch finishes and is recorded before the slice is suspended.
        endpoint.Gates.Open("slow");
        Assert.Equal(("user_input_required", 1000), ((await slice).Json["reason"]!.GetValue<string>(), (await slice).Json["timeout_ms"]!.GetValue<int>()));
        Assert.True(run.Recorded.ContainsKey("after step"));

        endpoint.Time.AdvanceMs(1000);
        Assert.Equal("user_input_required", (await run.SliceAsync()).Json["reason"]!.GetValue<string>());
        (await run.SliceAsync("""{"user_response":"yes"}""")).MustComplete("\"signal step sleep ask\"");
        (await run.SliceAsync()).MustComplete("\"signal step sleep ask\"");
        Assert.Equal(["signal", "step", "sleep", "ask"], endpoint.Notes);
    }
}

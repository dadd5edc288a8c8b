using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 8: a run must not record more than a request can bring back. Otherwise the next request is refused without naming the cause.</summary>
public sealed class SizeTests
{
    private const int Limit = 64 * 1024;

    private static Task<DurableEndpoint> StartAsync() => DurableEndpoint.StartAsync(static options => options.MaxRequestBodyBytes = Limit);

    [Fact]
    public async Task The_step_that_would_record_more_than_a_request_can_bring_back_fails_for_good_and_is_named()
    {
        await using var endpoint = await StartAsync();
        var run = endpoint.Run("pile_up", """{"count":9,"size":10240,"naps":false}""");

        var answer = await run.SliceAsync();

        answer.MustFail("The result of step 'load:6' has 10242 bytes", isFinal: true);
        Assert.Contains("MaxRequestBodyBytes", answer.Message, StringComparison.Ordinal);
        Assert.Equal(6, run.Recorded.Count(static record => record.Key.StartsWith("load", StringComparison.Ordinal)));
        (await run.SliceAsync()).MustFail("'load:6'", isFinal: true);
    }

    [Fact]
    public async Task A_run_that_grows_from_slice_to_slice_fails_at_its_step_and_never_as_a_request_that_is_too_large()
    {
        await using var endpoint = await StartAsync();
        var run = endpoint.Run("pile_up", """{"count":9,"size":10240,"naps":true}""");

        Answer answer;
        do
        {
            answer = await run.SliceAsync();
            endpoint.Time.AdvanceMs(1000);
        }
        while (answer.Json["status"]!.GetValue<string>() == "suspended");

        answer.MustFail("The result of step 'load:6' has 10242 bytes", isFinal: true);
    }

    // The room that is left when a step is refused depends on the step's size.
    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(300)]
    [InlineData(1007)]
    [InlineData(1008)]
    [InlineData(1009)]
    [InlineData(4000)]
    [InlineData(10240)]
    public async Task A_run_whose_records_are_full_can_still_undo_what_it_did(int size)
    {
        await using var endpoint = await DurableEndpoint.StartAsync(static options => options.MaxRequestBodyBytes = 8 * Limit);
        var run = endpoint.Run("pile_up_and_undo", $$"""{"size":{{size}}}""");

        Assert.Equal("timer", (await run.SliceAsync()).Json["reason"]?.GetValue<string>());
        Assert.Equal(8, run.Recorded.Count(static record => record.Key.StartsWith("undo", StringComparison.Ordinal)));
        endpoint.Time.AdvanceMs(1000);
        (await run.SliceAsync()).MustBe("completed");
    }

    [Fact]
    public async Task One_result_that_is_larger_than_a_request_fails_in_the_slice_that_made_it()
    {
        await using var endpoint = await StartAsync();

        (await endpoint.Run("pile_up", """{"count":1,"size":100000,"naps":false}""").SliceAsync()).MustFail("The result of step 'load:0' has 100002 bytes", isFinal: true);
    }

    [Fact]
    public async Task What_is_below_the_limit_goes_on_and_its_operator_hears_once_per_slice_that_it_grows()
    {
        await using var endpoint = await StartAsync();
        var run = endpoint.Run("pile_up", """{"count":4,"size":10240,"naps":false}""");

        await run.SliceAsync();
        var line = Assert.Single(endpoint.Log.About("the checkpoint has"));
        await run.SliceAsync();
        Assert.Equal(2, endpoint.Log.About("the checkpoint has").Count());
        endpoint.Time.AdvanceMs(1000);
        (await run.SliceAsync()).MustComplete("4");

        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains("'load:0' 10252", line.Message, StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Log.About("the checkpoint has").Count());
        Assert.DoesNotContain("xxx", endpoint.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_run_is_nobodys_concern()
    {
        await using var endpoint = await StartAsync();

        await endpoint.Run("pile_up", """{"count":2,"size":10240,"naps":false}""").SliceAsync();

        Assert.Empty(endpoint.Log.About("the checkpoint has"));
    }

    [Fact]
    public async Task Caught_failures_with_long_messages_are_recorded_short_and_say_the_same_live_and_replayed()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("pile_up_failures", """{"count":9}""");

        var suspended = await run.SliceAsync();
        Assert.InRange(Encoding.UTF8.GetByteCount(suspended.Text), 9 * 8 * 1024, 9 * 9 * 1024);
        endpoint.Time.AdvanceMs(1000);
        var answer = await run.SliceAsync();

        Assert.EndsWith("… (cut, 1048576 characters in all)", answer.Json["output"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Json["output"]!.GetValue<string>()), 8 * 1024 - 3, 8 * 1024);
    }

    [Fact]
    public async Task What_others_send_counts_too_and_the_run_fails_before_it_is_stuck()
    {
        await using var endpoint = await StartAsync();
        var run = endpoint.Run("pile_up_signals", """{"count":9}""");
        var payload = new string('s', 10 * 1024);

        await run.SliceAsync();
        Answer answer;
        var sent = 0;
        do
        {
            answer = await run.SliceAsync($$"""{"signal_name":"more","waiting_step":"{{sent++}}","signal_payload":"{{payload}}"}""");
        }
        while (answer.Json["status"]!.GetValue<string>() == "suspended");

        answer.MustFail("The largest records: 'agnt5:signal:more:0'", isFinal: true);
        Assert.Equal(6, sent);
    }
}

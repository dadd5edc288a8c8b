using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Waits that end with a result instead of an exception.</summary>
public sealed class TriedWaitTests
{
    [Fact]
    public async Task What_was_answered_and_received_is_the_result()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("try_to_ask");

        await run.SliceAsync();
        await run.SliceAsync("""{"user_response":"Ada"}""");
        await run.SliceAsync("""{"user_response":"[\"b\"]","pause_index":"1"}""");
        await run.SliceAsync("""{"user_response":"approve","pause_index":"2"}""");
        (await run.SliceAsync("""{"signal_name":"go","signal_payload":"7"}""")).MustComplete("""["answered Ada","answered b","answered approve","answered 7"]""");

        (await run.SliceAsync()).MustComplete("""["answered Ada","answered b","answered approve","answered 7"]""");
    }

    [Fact]
    public async Task What_ran_out_of_time_says_so_and_stays_so()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("try_to_ask");

        Answer answer;
        do
        {
            answer = await run.SliceAsync();
            endpoint.Time.AdvanceMs(1000);
        }
        while (answer.Json["status"]!.GetValue<string>() == "suspended");

        answer.MustComplete("""["timed out","timed out","timed out","timed out"]""");
        (await run.SliceAsync("""{"user_response":"Ada","signal_name":"go","signal_payload":"7"}""")).MustComplete("""["timed out","timed out","timed out","timed out"]""");
    }

    [Theory]
    [InlineData("__skip__", "skipped")]
    [InlineData("reject", "rejected reject")]
    [InlineData("__custom__:not today", "rejected not today")]
    [InlineData("approve", "answered approve")]
    public async Task An_approval_is_a_yes_or_says_what_it_is_instead(string response, string ending)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("try_to_ask");

        await run.SliceAsync();
        await run.SliceAsync("""{"user_response":"__skip__"}""");
        await run.SliceAsync("""{"user_response":"__skip__","pause_index":"1"}""");
        await run.SliceAsync($$"""{"user_response":"{{response}}","pause_index":"2"}""");
        (await run.SliceAsync("""{"signal_name":"go","signal_payload":"0"}""")).MustComplete($"""["skipped","skipped","{ending}","answered 0"]""");
    }

    [Fact]
    public async Task A_payload_that_does_not_bind_is_still_a_failure()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("try_to_ask").From("""{"agnt5:answer:0":null,"agnt5:answer:1":null,"agnt5:answer:2":"approve"}""");

        (await run.SliceAsync("""{"signal_name":"go","signal_payload":"seven"}""")).MustFail("'go'", isFinal: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_approval_that_nothing_would_be_is_refused(bool isSelect)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("approve_wrongly", $$"""{"isSelect":{{(isSelect ? "true" : "false")}}}""").SliceAsync()).MustFail("start from Question.Approval", isFinal: false);
    }
}

using System.Net;
using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: what remembering requests costs, and what happens when there is no room for it.</summary>
public sealed class RepeatMemoryTests
{
    private readonly ManualTime _time = new();

    private static string Charge(int run, int receiptLength = 1) =>
        $$$"""{"component_type":"workflow","component_name":"charge_card","run_id":"run-{{{run}}}","input":{"receiptLength":{{{receiptLength}}}}}""";

    private Task<RepeatedEndpoint> StartAsync(SeenRequests seen) => RepeatedEndpoint.StartAsync(seen, time: _time);

    [Fact]
    public async Task A_full_memory_takes_no_new_request_and_forgets_no_old_one()
    {
        var memory = new MemorySeenRequests(_time) { MaxRequests = 3 };
        await using var endpoint = await StartAsync(memory);
        SignedInvoke[] captured = [.. Enumerable.Range(0, 4).Select(run => endpoint.Capture(Charge(run)))];
        for (var run = 0; run < 3; run++)
            (await endpoint.SendAsync(captured[run])).MustComplete("\"x\"");

        (await endpoint.SendAsync(captured[3])).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_BUSY");
        (await endpoint.SendAsync(captured[0])).MustComplete("\"x\"");
        Assert.Equal((3, 1, 0), (memory.Count, endpoint.Charges("run-0"), endpoint.Charges("run-3")));

        _time.Advance(TimeSpan.FromMinutes(6) + TimeSpan.FromMilliseconds(1));
        (await endpoint.SendAsync(endpoint.Capture(Charge(3)))).MustComplete("\"x\"");
        Assert.Equal(1, memory.Count);
    }

    [Fact]
    public async Task The_oldest_answers_make_room_for_new_ones_and_their_requests_stay_known()
    {
        var memory = new MemorySeenRequests(_time) { MaxTotalAnswerBytes = 4_000 };
        await using var endpoint = await StartAsync(memory);
        SignedInvoke[] captured = [.. Enumerable.Range(0, 40).Select(run => endpoint.Capture(Charge(run, receiptLength: 100)))];
        foreach (var invoke in captured)
        {
            (await endpoint.SendAsync(invoke)).MustBe("completed");
            Assert.InRange(memory.TotalAnswerBytes, 1, 4_000);
        }

        (await endpoint.SendAsync(captured[0])).MustBe(HttpStatusCode.Conflict, "WORKERLESS_ATTEMPT_REPEATED");
        (await endpoint.SendAsync(captured[39])).MustBe("completed");
        Assert.Equal(40, memory.Count);
        Assert.All(Enumerable.Range(0, 40), run => Assert.Equal(1, endpoint.Charges($"run-{run}")));

        _time.Advance(TimeSpan.FromMinutes(7));
        (await endpoint.SendAsync(endpoint.Capture(Charge(40)))).MustBe("completed");
        Assert.Equal((1, true), (memory.Count, memory.TotalAnswerBytes < 600));
    }

    [Fact]
    public async Task An_answer_that_is_too_large_to_hold_is_not_made_a_second_time()
    {
        var memory = new MemorySeenRequests(_time) { MaxAnswerBytes = 1_000 };
        await using var endpoint = await StartAsync(memory);
        var captured = endpoint.Capture(Charge(1, receiptLength: 2_000));
        (await endpoint.SendAsync(captured)).MustBe("completed");

        var again = await endpoint.SendAsync(captured);

        again.MustBe(HttpStatusCode.Conflict, "WORKERLESS_ATTEMPT_REPEATED");
        Assert.Contains("Sign it anew", again.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1, 0), (endpoint.Charges(), memory.Count, memory.TotalAnswerBytes));
    }

    [Fact]
    public async Task A_captured_request_that_is_sent_all_the_time_fills_no_log()
    {
        await using var endpoint = await StartAsync(new MemorySeenRequests(_time) { MaxAnswerBytes = 0 });
        var captured = endpoint.Capture(Charge(1));

        for (var i = 0; i < 20; i++)
            await endpoint.SendAsync(captured);

        Assert.Single(endpoint.Log.About("WORKERLESS_ATTEMPT_REPEATED"), static line => line.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task An_answer_that_is_not_held_reaches_the_copies_that_wait_for_it()
    {
        await using var endpoint = await StartAsync(new MemorySeenRequests(_time) { MaxAnswerBytes = 0 });
        var captured = endpoint.Capture("""{"component_type":"workflow","component_name":"charge_slowly","run_id":"run-1"}""");
        var first = endpoint.Hand(captured);
        await endpoint.Gates.WhenReachedAsync("charging");
        var copy = endpoint.Hand(captured);

        endpoint.Gates.Open("charging");

        (await first).MustComplete("1");
        Assert.Equal(await first, await copy);
        (await endpoint.Hand(captured)).MustBe(HttpStatusCode.Conflict, "WORKERLESS_ATTEMPT_REPEATED");
    }

    [Fact]
    public async Task A_store_that_fails_lets_nothing_in()
    {
        await using var endpoint = await StartAsync(new BrokenStore { FailsToRemember = true });

        var answer = await endpoint.SendAsync(endpoint.Capture(Charge(1)));

        answer.MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_BUSY");
        Assert.DoesNotContain("store.internal", answer.Text, StringComparison.Ordinal);
        Assert.Single(endpoint.Log.Lines, static line => line.Exception is TimeoutException);
        Assert.Equal(0, endpoint.Charges());
    }

    [Fact]
    public async Task A_store_that_loses_an_answer_costs_the_caller_nothing()
    {
        await using var endpoint = await StartAsync(new BrokenStore());
        var captured = endpoint.Capture(Charge(1));

        (await endpoint.SendAsync(captured)).MustComplete("\"x\"");

        (await endpoint.SendAsync(captured)).MustBe(HttpStatusCode.Conflict, "WORKERLESS_ATTEMPT_REPEATED");
        Assert.Equal(1, endpoint.Charges());
    }

    [Fact]
    public async Task A_store_that_hangs_keeps_no_answer_from_its_caller_and_fills_no_log()
    {
        var store = new HangingStore();
        await using var endpoint = await StartAsync(store);
        for (var run = 0; run < 3; run++)
        {
            var answer = endpoint.Hand(endpoint.Capture(Charge(run)));
            await _time.WhenTimerIsSetAsync(TimeSpan.FromSeconds(1));
            Assert.False(answer.IsCompleted);
            _time.AdvanceMs(1_000);
            (await answer).MustComplete("\"x\"");
        }

        Assert.Single(endpoint.Log.Lines, static line => line.Exception is TimeoutException);
        Assert.All(store.Held, static held => Assert.Contains("\"x\"", Encoding.UTF8.GetString(held.Span), StringComparison.Ordinal));
    }

    /// <summary>A store that never says that it has an answer.</summary>
    private sealed class HangingStore : SeenRequests
    {
        public List<ReadOnlyMemory<byte>> Held { get; } = [];

        public override ValueTask<SeenRequest> RememberAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, CancellationToken cancellationToken) => new(SeenRequest.New);

        public override ValueTask HoldAnswerAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, int statusCode, ReadOnlyMemory<byte> body)
        {
            Held.Add(body);
            return new(new TaskCompletionSource().Task);
        }
    }

    /// <summary>A store that is down, or that cannot hold answers.</summary>
    private sealed class BrokenStore : SeenRequests
    {
        private readonly HashSet<string> _known = [];

        public bool FailsToRemember { get; init; }

        public override ValueTask<SeenRequest> RememberAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, CancellationToken cancellationToken)
        {
            if (FailsToRemember)
                throw new TimeoutException("store.internal did not answer");
            return new(_known.Add(Convert.ToHexString(signature.Span)) ? SeenRequest.New : SeenRequest.Repeated);
        }

        public override ValueTask HoldAnswerAsync(ReadOnlyMemory<byte> signature, DateTimeOffset until, int statusCode, ReadOnlyMemory<byte> body) =>
            throw new TimeoutException("store.internal did not answer");
    }
}

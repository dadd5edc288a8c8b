using Agnt5.Client.Tests.Harness;

namespace Agnt5.Client.Tests;

/// <summary>Streams of events, those that break too.</summary>
public sealed class StreamTests
{
    private const string Stream = "POST /v1/agents/support/stream";
    private const string Events = "GET /v1/runs/r-1/events";

    private static readonly RunTarget Target = RunTarget.Agent("support");

    [Fact]
    public async Task A_stream_gives_each_event_as_it_comes_and_ends_with_done()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.Stream(
            ": hello\n\n",
            Answer.Event("run.started", 1),
            "event: output.delta\r\ndata: {\"run_id\":\"r-1\",\r\ndata: \"content\":\"Hel\"}\r\n\r\n",
            "event: output.delta\ndata: {\"chunk\":\"lo\",\"run_id\":\"r-1\"}\n\n",
            "data: ping\n\n",
            Answer.Event("run.completed", 2)));
        using var client = Clients.Of(gateway);

        var events = await ListAsync(client.StreamAsync(Target));

        Assert.Equal(["run.started", "output.delta", "output.delta", "run.completed"], events.Select(static happened => happened.Type));
        Assert.Equal("Hello", string.Concat(events.Select(static happened => happened.Text)));
        Assert.Equal(("text/event-stream", "{}"), (gateway.Single(Stream).Headers["Accept"], gateway.Single(Stream).Body));
    }

    [Fact]
    public async Task A_stream_that_breaks_goes_on_where_it_was()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.CutStream(Answer.Event("run.started", 1), Answer.Event("agent.started", 2), "data: {\"half\":"));
        gateway.On(Events, Answer.CutStream(Answer.Event("run.started", 1), Answer.Event("agent.started", 2), Answer.Event("agent.completed", 3)));
        gateway.On(Events, Answer.Cut);
        gateway.On(Events, Answer.Stream(Answer.Event("run.started", 1), Answer.Event("agent.started", 2), Answer.Event("agent.completed", 3), Answer.Event("run.completed", 4)));
        using var client = Clients.Of(gateway);

        var events = await ListAsync(client.StreamAsync(Target, options: new() { TenantId = "t-1", SessionId = "s-1" }));

        Assert.Equal([1L, 2, 3, 4], events.Select(static happened => happened.Sequence!.Value));
        Assert.Equal((1, 3), (gateway.Count(Stream), gateway.Count(Events)));
        Assert.All(gateway.Calls, static call => Assert.Equal("t-1", call.Headers["X-Tenant-ID"]));
    }

    [Fact]
    public async Task A_stream_that_breaks_before_the_run_is_known_starts_no_second_run()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.CutStream(": hello\n\n")).On(Stream, Answer.Stream(Answer.Event("run.completed", 1)));
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => ListAsync(client.StreamAsync(Target)));

        Assert.Equal(Agnt5ClientErrors.ConnectionCut, problem.Code);
        Assert.Equal(1, gateway.Count(Stream));
    }

    [Fact]
    public async Task With_a_key_a_start_whose_answer_got_lost_is_made_again()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.Cut).On(Stream, Answer.CutStream(": hello\n\n")).On(Stream, Answer.Stream(Answer.Event("run.completed", 1)));
        using var client = Clients.Of(gateway);

        var events = await ListAsync(client.StreamAsync(Target, options: new() { IdempotencyKey = "k-1" }));

        Assert.Equal("run.completed", Assert.Single(events).Type);
        Assert.Equal(3, gateway.Count(Stream));
    }

    [Fact]
    public async Task A_stream_without_numbers_ends_when_it_breaks_because_nobody_knows_what_was_missed()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.CutStream("event: output.delta\ndata: {\"run_id\":\"r-1\",\"content\":\"Hel\"}\n\n"));
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => ListAsync(client.StreamAsync(Target)));

        Assert.Equal((Agnt5ClientErrors.ConnectionCut, "r-1"), (problem.Code, problem.RunId));
        Assert.Contains("r-1 goes on", problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_breaks_again_and_again_without_news_ends()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, Answer.CutStream(Answer.Event("run.started", 1)));
        using var client = Clients.Of(gateway);
        var seen = new List<RunEvent>();

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(async () =>
        {
            await foreach (var happened in client.LiveEventsAsync("r-1"))
                seen.Add(happened);
        });

        Assert.Single(seen);
        Assert.Equal((Agnt5ClientErrors.ConnectionCut, "r-1"), (problem.Code, problem.RunId));
        Assert.InRange(gateway.Count(Events), 3, 6);
    }

    [Fact]
    public async Task A_live_stream_ends_with_the_run_also_without_done()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, Answer.Text(Answer.Event("run.started", 1) + Answer.Event("run.failed", 2), "text/event-stream"));
        using var client = Clients.Of(gateway);

        Assert.Equal(2, (await ListAsync(client.Find("r-1").LiveEventsAsync())).Count);
    }

    [Fact]
    public async Task An_error_in_a_stream_throws_with_the_run()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.Stream(Answer.Event("run.started", 1), "event: error\ndata: {\"error\":{\"code\":\"MODEL_DOWN\",\"message\":\"The model is down.\"}}\n\n"));
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => ListAsync(client.StreamAsync(Target)));

        Assert.Equal(("MODEL_DOWN", "r-1"), (problem.Code, problem.RunId));
    }

    [Theory]
    [InlineData("rate limit exceeded", "text/plain", 429, Agnt5ClientErrors.RateLimited)]
    [InlineData("<html></html>", "text/html", 200, Agnt5ClientErrors.UnexpectedAnswer)]
    [InlineData("""{"run_id":"r-1","status":"failed","error":{"code":"NO","message":"no"}}""", "application/json", 500, "NO")]
    public async Task A_stream_that_is_refused_is_told_as_any_call(string body, string type, int status, string code)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.Text(body, type, status));
        using var client = Clients.Of(gateway);

        Assert.Equal(code, (await Assert.ThrowsAsync<Agnt5Exception>(() => ListAsync(client.StreamAsync(Target)))).Code);
    }

    [Theory]
    [InlineData("data: ")]
    [InlineData("")]
    public async Task An_event_without_an_end_does_not_fill_the_memory(string start)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, Answer.Text(start + new string('x', 100_000), "text/event-stream"));
        using var client = Clients.Of(gateway, configure: static options => options.MaxEventBytes = 10_000);

        Assert.Equal(Agnt5ClientErrors.AnswerTooLarge, (await Assert.ThrowsAsync<Agnt5Exception>(() => ListAsync(client.LiveEventsAsync("r-1")))).Code);
    }

    [Fact]
    public async Task An_event_of_many_lines_does_not_fill_the_memory()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, Answer.Text(string.Concat(Enumerable.Repeat("data: xxxxxxxx\n", 10_000)), "text/event-stream"));
        using var client = Clients.Of(gateway, configure: static options => options.MaxEventBytes = 10_000);

        Assert.Equal(Agnt5ClientErrors.AnswerTooLarge, (await Assert.ThrowsAsync<Agnt5Exception>(() => ListAsync(client.LiveEventsAsync("r-1")))).Code);
    }

    [Fact]
    public async Task Items_are_read_as_their_type_also_where_they_look_like_pieces_of_text()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.Stream(
            Answer.Event("output.delta", 1, """{"content":"one"}"""), Answer.Event("output.delta", 2, """{"output_data":{"content":"two"}}"""), Answer.Event("run.completed", 3)));
        gateway.On(Stream, Answer.Stream(Answer.Event("output.delta", 1, "7"), Answer.Event("output.delta", 2, """{"output_data":8}"""), Answer.Event("run.completed", 3)));
        using var client = Clients.Of(gateway);

        Assert.Equal([new("one"), new("two")], await ListAsync(client.StreamItemsAsync(Target, default, Shapes.Default.Page)));
        Assert.Equal([7, 8], await ListAsync(client.StreamItemsAsync(Target, new Order("o-1", 1), Shapes.Default.Order, Shapes.Default.Int32)));
    }

    [Fact]
    public async Task Items_of_a_run_that_fails_end_with_its_failure()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.Stream(Answer.Event("output.delta", 1, "7"), Answer.Event("run.failed", 2, """{"error":{"code":"BOOM","message":"boom"}}""")));
        using var client = Clients.Of(gateway);

        Assert.Equal("BOOM", (await Assert.ThrowsAsync<Agnt5Exception>(() => ListAsync(client.StreamItemsAsync(Target, default, Shapes.Default.Int32)))).Code);
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}

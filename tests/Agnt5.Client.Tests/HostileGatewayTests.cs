using Agnt5.Client.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Client.Tests;

/// <summary>A gateway, or something in its place, that answers badly: the caller gets an error that tells it, and gets it in time.</summary>
public sealed class HostileGatewayTests
{
    private const string Status = "GET /v1/runs/r-1";
    private const string Result = "GET /v1/result/r-1";
    private const string Events = "GET /v1/runs/r-1/events";
    private const string Stream = "POST /v1/agents/support/stream";

    private static readonly RunTarget Target = RunTarget.Agent("support");

    [Fact]
    public async Task A_key_that_a_long_message_cuts_is_hidden_whole()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, $$"""{"error": {"code":"NO","message":"{{new string('x', 490)}}{{Clients.Key}}"} }""", 400);
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.StatusAsync("r-1"));

        Assert.DoesNotContain(Clients.Key[..8], problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"NO\nWARN forged KEY","message":"no"}}""", 400)]
    [InlineData("""{"code":"NO\nWARN forged KEY"}""", 400)]
    [InlineData("""{"run_id":"r-1","status":"failed","component":"a\nb KEY","error":{"code":"NO\nWARN forged KEY","message":"no"}}""", 200)]
    public async Task A_message_is_one_line_without_the_key_whatever_the_gateway_calls_its_code(string answer, int status)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Result, answer.Replace("KEY", Clients.Key + new string('y', 5000), StringComparison.Ordinal), status);
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.WaitAsync("r-1"));

        Assert.DoesNotContain('\n', problem.Message);
        Assert.DoesNotContain(Clients.Key, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Message.Length < 3000, problem.Message);
    }

    [Fact]
    public async Task A_sign_that_two_pieces_of_text_share_is_whole_in_their_sum()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.Stream(
            Answer.Event("output.delta", 1, """{"content":"a\n\ud83d"}"""), Answer.Event("output.delta", 2, """{"content":"\ude00 \"b\""}"""), Answer.Event("run.completed", 3)));
        using var client = Clients.Of(gateway);

        Assert.Equal("a\n😀 \"b\"", string.Concat((await ListAsync(client.StreamAsync(Target))).Select(static happened => happened.Text)));
    }

    [Theory]
    [InlineData("""{"run_id":"r-1","status":"run\ud83dning"}""")]
    [InlineData("""{"run_id":"r-1","status":"running","trace_id":"\ude00"}""")]
    [InlineData("""{"run_id":"r-1","\ud83d":1,"status":"running"}""")]
    public async Task Half_a_sign_in_an_answer_does_not_break_the_reading_of_it(string answer)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, answer);
        using var client = Clients.Of(gateway);

        Assert.Equal("r-1", (await client.StatusAsync("r-1")).RunId);
    }

    [Fact]
    public async Task An_answer_that_is_no_UTF_8_is_unexpected()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, static async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("""{"run_id":"r-1","status":"XX"}"""u8.ToArray().Select(static sign => sign == 'X' ? (byte)0xFF : sign).ToArray());
        });
        using var client = Clients.Of(gateway);

        Assert.Equal(Agnt5ClientErrors.UnexpectedAnswer, (await Assert.ThrowsAsync<Agnt5Exception>(() => client.StatusAsync("r-1"))).Code);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("99999999", 99999999)]
    public async Task A_gateway_that_asks_for_a_long_pause_is_left_to_the_caller(string header, int seconds)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, context =>
        {
            context.Response.Headers.RetryAfter = header;
            return Answer.Text("rate limit exceeded", "text/plain", 429)(context);
        });
        await using var services = Services(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => services.GetRequiredService<Agnt5Client>().StatusAsync("r-1"));

        Assert.Equal((Agnt5ClientErrors.RateLimited, TimeSpan.FromSeconds(seconds)), (problem.Code, problem.RetryAfter));
        Assert.Equal(1, gateway.Count(Status));
    }

    [Fact]
    public async Task A_client_that_is_added_twice_makes_no_more_calls()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, "busy", 503);
        await using var services = Services(gateway, static services => services.AddAgnt5Client());

        await Assert.ThrowsAsync<Agnt5Exception>(() => services.GetRequiredService<Agnt5Client>().StatusAsync("r-1"));

        Assert.Equal(4, gateway.Count(Status));
    }

    [Fact]
    public async Task A_stream_ends_with_its_run_although_the_connection_stays()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, static async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Answer.Event("run.started", 1) + Answer.Event("run.completed", 2));
            await context.Response.Body.FlushAsync();
            await Answer.Silence(context);
        });
        using var client = Clients.Of(gateway);

        Assert.Equal(2, (await ListAsync(client.LiveEventsAsync("r-1")).WaitAsync(TimeSpan.FromSeconds(20))).Count);
    }

    [Fact]
    public async Task Events_that_are_read_twice_are_the_same_events()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Events, Answer.Stream(Answer.Event("run.started", 1), Answer.Event("run.completed", 2)));
        using var client = Clients.Of(gateway);
        var events = client.LiveEventsAsync("r-1");

        Assert.Equal(2, (await ListAsync(events)).Count);
        Assert.Equal(2, (await ListAsync(events)).Count);
    }

    [Fact]
    public async Task An_error_in_a_stream_that_is_plain_text_is_told()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Stream, Answer.Stream(Answer.Event("run.started", 1), "event: error\ndata: rate limit exceeded\n\n"));
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => ListAsync(client.StreamAsync(Target)));

        Assert.Contains("rate limit exceeded", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"ok":true}""")]
    [InlineData("[]")]
    [InlineData("""{"run_id":"r-1","stat\ud83ds":"running"}""")]
    [InlineData("")]
    public async Task An_answer_that_is_about_no_run_is_not_waited_on(string answer)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Result, answer).On(Status, answer);
        using var client = Clients.Of(gateway);

        Func<Task>[] calls = [() => client.WaitAsync("r-1"), () => client.WaitForQuestionAsync("r-1"), () => client.StatusAsync("r-1"), () => client.ResultAsync("r-1")];
        foreach (var call in calls)
            Assert.Equal(Agnt5ClientErrors.UnexpectedAnswer, (await Assert.ThrowsAsync<Agnt5Exception>(() => call().WaitAsync(TimeSpan.FromSeconds(20)))).Code);
    }

    [Fact]
    public async Task A_wait_is_over_in_time_although_the_gateway_is_silent()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Result, Answer.Silence).On(Status, Answer.Silence);
        var time = new InstantTime();
        using var client = Clients.Of(gateway, time, static options => options.Timeout = Timeout.InfiniteTimeSpan);

        foreach (var wait in (Func<Task>[])[() => client.WaitAsync("r-1", TimeSpan.FromMinutes(2)), () => client.WaitForQuestionAsync("r-1", TimeSpan.FromMinutes(2))])
        {
            var asked = gateway.Calls.Count;
            var waiting = wait();
            while (gateway.Calls.Count == asked)
                await Task.Yield();
            time.EndLongWaits();
            Assert.Equal(Agnt5ClientErrors.WaitTimeout, (await Assert.ThrowsAsync<Agnt5Exception>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)))).Code);
        }
    }

    [Fact]
    public async Task A_wait_without_end_may_be_asked_for_by_name()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Result, """{"error":"not finished","status":"running"}""", 404).On(Result, """{"run_id":"r-1","status":"completed","output":7}""");
        using var client = Clients.Of(gateway);

        Assert.Equal(7, await client.WaitAsync("r-1", Shapes.Default.Int32, Timeout.InfiniteTimeSpan));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.WaitAsync("r-1", TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task A_wait_that_no_gateway_does_is_refused_of_a_message_too()
    {
        using var client = new Agnt5Client(new());

        var problem = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ChatAsync("support", "Hello", new() { WaitTimeout = TimeSpan.FromDays(60) }));

        Assert.Contains("24 hours", problem.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(ScriptedGateway gateway, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new InstantTime());
        services.AddAgnt5Client(options => (options.Gateway, options.ApiKey, options.Timeout) = (gateway.Address, Clients.Key, TimeSpan.FromMinutes(10)));
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}

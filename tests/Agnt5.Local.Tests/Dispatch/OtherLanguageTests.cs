using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Tests.Dispatch.Hosting;
using static Agnt5.Local.Tests.Dispatch.Hosting.DispatchedRun;
using static Agnt5.Local.Tests.Dispatch.HttpConnectionTests;

namespace Agnt5.Local.Tests.Dispatch;

/// <summary>An endpoint that knows the wire and none of our code.</summary>
public sealed class OtherLanguageTests : IDisposable
{
    private const long HourMs = 3_600_000;

    private readonly EndpointClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_workflow_sleeps_asks_waits_for_a_signal_and_ends()
    {
        using var endpoint = await NodeEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);
        var nowMs = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var run = Of("workflow", "send_letter");

        var asleep = await SendAsync<SuspendedAnswer>(connection, run, nowMs);
        Assert.Equal(new TimerPause(nowMs + HourMs, "cool_down"), asleep.Pause);
        Assert.Equal("letter.stamped", Assert.Single(asleep.Events).EventType);

        run = run with { Checkpoint = asleep.Checkpoint };
        var asking = await SendAsync<SuspendedAnswer>(connection, run, nowMs + HourMs);
        Assert.Equal("Send the letter?", Assert.IsType<QuestionPause>(asking.Pause).Question);

        run = run with { Checkpoint = asking.Checkpoint, LatestAnswer = new GivenAnswer("yes", 0, null) };
        var waiting = await SendAsync<SuspendedAnswer>(connection, run, nowMs + HourMs);
        Assert.Equal(new SignalPause("letter.posted", "post_office"), waiting.Pause);

        run = run with { Checkpoint = waiting.Checkpoint, LatestSignal = new GivenSignal("sig_1", "letter.posted", "post_office", """{"office":"Main \"A\""}""") };
        var done = await SendAsync<CompletedAnswer>(connection, run, nowMs + HourMs);
        Assert.Equal("""{"sent":true,"stamp":"stamp for Ada","office":"Main \"A\""}""", Text(done.Output));
    }

    [Fact]
    public async Task A_function_answers_and_a_failing_one_says_why()
    {
        using var endpoint = await NodeEndpoint.StartAsync();
        using var connection = endpoint.Connect(_client);

        Assert.Equal("""{"sum":5}""", Text(Answered<CompletedAnswer>(await connection.InvokeAsync(Request("function", "add_numbers", """{"a":2,"b":3}"""), default)).Output));
        Assert.Equal("it went off", Answered<FailedAnswer>(await connection.InvokeAsync(Request("function", "explode", "{}"), default)).Message);
        Assert.Contains("\"send_letter\"", Text(await connection.GetManifestAsync(default)), StringComparison.Ordinal);
    }

    private static async Task<T> SendAsync<T>(HttpConnection connection, RunState run, long nowMs)
        where T : SliceAnswer
    {
        using var body = InvokeBody.Write(new InvokeParts { Run = run, Deployment = Deployment(), Input = Encoding.UTF8.GetBytes("""{"to":"Ada"}"""), NowMs = nowMs });
        return Answered<T>(await connection.InvokeAsync(new InvokeRequest(RunId, 0, body.Json.ToArray()), default));
    }
}

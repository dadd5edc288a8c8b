using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Payloads;
using Agnt5.Local.Tests.Dispatch.Components;
using Agnt5.Local.Tests.Dispatch.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Agnt5.Local.Tests.Dispatch.Hosting.DispatchedRun;
using static Agnt5.Local.Tests.Dispatch.HttpConnectionTests;

namespace Agnt5.Local.Tests.Dispatch;

/// <summary>The way to an endpoint of the same process.</summary>
public sealed class InProcessConnectionTests
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    [Fact]
    public async Task An_endpoint_made_of_a_catalog_takes_the_invokes_of_its_connection_and_nobody_elses()
    {
        var options = new ServerlessOptions();
        using var connection = InProcessConnection.Create(Agnt5Components.Catalog, options, Services, 30_000, TimeProvider.System);
        using var stranger = new InProcessConnection(new ServerlessEndpoint(Agnt5Components.Catalog, options, Services), "a-guessed-secret", 30_000, TimeProvider.System);

        Assert.Equal("""{"id":"p-1","weight":3}""", Text(Answered<CompletedAnswer>(await connection.InvokeAsync(Request("function", "weigh_parcel", """{"id":"p-1","weight":2}"""), default)).Output));
        Assert.Equal("WORKERLESS_SIGNATURE_INVALID", Lost(await stranger.InvokeAsync(Request("function", "weigh_parcel", "{}"), default)).Code);
        Assert.StartsWith("{\"protocol_version\"", Text(await connection.GetManifestAsync(default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_takes_unsigned_invokes_needs_no_secret()
    {
        using var connection = Unsigned(new ServerlessOptions());

        Assert.Equal("it is in pieces", Answered<FailedAnswer>(await connection.InvokeAsync(Request("function", "break_parcel", "{}"), default)).Message);
        Assert.Equal("WORKERLESS_COMPONENT_NOT_FOUND", Lost(await connection.InvokeAsync(Request("function", "gone", "{}"), default)).Code);
    }

    [Fact]
    public async Task An_endpoint_that_is_switched_off_gives_no_manifest_and_says_so()
    {
        using var connection = Unsigned(new ServerlessOptions { Enabled = false });

        Assert.Equal("WORKERLESS_DISABLED", (await Assert.ThrowsAsync<EndpointException>(() => connection.GetManifestAsync(default))).Code);
    }

    [Fact]
    public async Task A_whole_workflow_runs_from_slice_to_slice()
    {
        var time = new ManualTime();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time).BuildServiceProvider();
        using var connection = InProcessConnection.Create(Agnt5Components.Catalog, new ServerlessOptions(), services, 30_000, time);
        var sender = new SliceSender(new MemoryPayloadStore(), time);
        var run = Of("workflow", "send_parcel");

        var asking = await SendAsync<SuspendedAnswer>(run);
        var question = Assert.IsType<QuestionPause>(asking.Pause);
        Assert.Equal(("Send it?", (long?)(time.NowMs + 172_800_000)), (question.Question, question.TimesOutAtMs));
        Assert.Equal("parcel.labelled", Assert.Single(asking.Events).EventType);

        run = run with { Checkpoint = asking.Checkpoint, LatestAnswer = new GivenAnswer("approve", 0, question.StepEvents) };
        var asleep = await SendAsync<SuspendedAnswer>(run);
        Assert.Equal(time.NowMs + 3_600_000, Assert.IsType<TimerPause>(asleep.Pause).ReadyAtMs);

        time.AdvanceMs(3_600_000);
        run = run with { Checkpoint = asleep.Checkpoint };
        var waiting = await SendAsync<SuspendedAnswer>(run);
        Assert.Equal(new SignalPause("stamped", "stamped"), waiting.Pause);

        run = run with { Checkpoint = waiting.Checkpoint, LatestSignal = new GivenSignal("sig_1", "stamped", "stamped", """{"id":"p-1","weight":9}""") };
        Assert.Equal("\"label of p-1, True, 9\"", Text((await SendAsync<CompletedAnswer>(run)).Output));

        async Task<T> SendAsync<T>(RunState state)
            where T : SliceAnswer => Answered<T>(await sender.SendAsync(connection, state, Deployment(), """{"id":"p-1","weight":2}"""u8.ToArray(), default));
    }

    [Fact]
    public async Task A_caller_that_leaves_stops_the_code()
    {
        var losing = Parcels.LosingOf("in-process");
        using var connection = Unsigned(new ServerlessOptions());
        using var caller = new CancellationTokenSource();

        var invoking = connection.InvokeAsync(Request("function", "lose_parcel", """{"id":"in-process"}"""), caller.Token);
        await losing.Began.Task;
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoking);
        await losing.Ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static InProcessConnection Unsigned(ServerlessOptions options)
    {
        options.AllowUnsigned = true;
        options.IsDevelopment = true;
        return new InProcessConnection(new ServerlessEndpoint(Agnt5Components.Catalog, options, Services), secret: null, 30_000, TimeProvider.System);
    }
}

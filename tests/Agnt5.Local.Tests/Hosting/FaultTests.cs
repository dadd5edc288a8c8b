using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage;
using Microsoft.Extensions.Logging;

namespace Agnt5.Local.Tests.Hosting;

public sealed class FaultTests
{
    [Fact]
    public async Task A_call_is_not_refused_for_what_was_never_written()
    {
        using var gate = new StoreGate();
        await using var played = await PlayedEngine.StartAsync(store: gate.Store);
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        var before = gate.CloseAt(() => played.Engine.SubmitAsync(PlayedEngine.Request()));
        var cancelled = played.Engine.CancelAsync(runId);
        var again = played.Engine.CancelAsync(runId);
        gate.Refuses = static changes => changes.Inputs.Count == 0;
        gate.Open();
        await before;

        Assert.Equal(EngineErrorCodes.StoreFailed, (await Assert.ThrowsAsync<EngineException>(() => cancelled)).Code);
        Assert.Equal(EngineErrorCodes.StoreFailed, (await Assert.ThrowsAsync<EngineException>(() => again)).Code);
        Assert.Equal(RunPhase.Paused, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_store_that_cannot_say_what_is_due_is_asked_again_in_a_second()
    {
        var (isBroken, asked) = (false, 0);
        var store = FaultyStore.Create(member =>
        {
            asked += member == nameof(IEngineStore.Due) ? 1 : 0;
            ThrowIf(member == nameof(IEngineStore.Due) && isBroken);
        });
        await using var played = await PlayedEngine.StartAsync(store: store);
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 1_000, "nap")), ScriptedEndpoint.Completed("1"));
        var runId = await played.SubmitAsync();
        await played.RestAsync();

        (isBroken, asked) = (true, 0);
        await played.GoToNextTimeAsync();
        Assert.InRange(asked, 1, 3);
        isBroken = false;
        played.Time.AdvanceMs(1_000);
        await played.RestAsync();

        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    [Fact]
    public async Task A_store_that_cannot_say_what_is_due_is_reported()
    {
        var isBroken = false;
        var store = FaultyStore.Create(member =>
        {
            if (member == nameof(IEngineStore.Due) && isBroken)
                throw new EngineException(EngineErrorKind.Internal, EngineErrorCodes.StoreFailed, "The engine's file is damaged.");
        });
        using var log = new RecordedLog();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        await using var played = await PlayedEngine.StartAsync(new EngineSettings { Loggers = loggers }, store);
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new TimerPause(played.Time.NowMs + 1_000, "nap")));
        await played.SubmitAsync();
        await played.RestAsync();

        isBroken = true;
        await played.GoToNextTimeAsync();

        Assert.Contains("The engine's file is damaged.", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_for_a_run_is_told_that_the_engine_stops()
    {
        await using var played = await PlayedEngine.StartAsync();
        played.Endpoint.AnswerInOrder(ScriptedEndpoint.Suspended(new SignalPause("paid", "paid")));
        var runId = await played.SubmitAsync();
        await played.RestAsync();
        var waiting = played.Engine.WaitAsync(runId, RunStop.Ended);
        var watching = Task.Run(async () =>
        {
            await foreach (var entry in played.Engine.WatchJournalAsync(runId))
                Assert.NotEqual("run.completed", entry.EventType);
        });

        await played.Engine.DisposeAsync();

        Assert.Equal(EngineErrorCodes.Stopped, (await Assert.ThrowsAsync<EngineException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)))).Code);
        Assert.Equal(EngineErrorCodes.Stopped, (await Assert.ThrowsAsync<EngineException>(() => watching.WaitAsync(TimeSpan.FromSeconds(30)))).Code);
        Assert.Equal(EngineErrorCodes.Stopped, (await Assert.ThrowsAsync<EngineException>(() => played.Engine.WaitAsync(runId, RunStop.Ended))).Code);
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_stops_no_run()
    {
        var isBroken = false;
        var store = FaultyStore.Create(member => ThrowIf(member == nameof(IEngineStore.NextDueMs) && isBroken));
        using var log = new BrokenLog();
        await using var played = await PlayedEngine.StartAsync(new EngineSettings { Loggers = log }, store);
        isBroken = true;

        var runId = await played.SubmitAsync();
        await played.RestAsync();

        Assert.Equal(RunPhase.Completed, played.PhaseOf(runId));
    }

    private static void ThrowIf(bool isBroken)
    {
        if (isBroken)
            throw new IOException("The disk is gone.");
    }

    /// <summary>A log such as that of a test that has ended.</summary>
    private sealed class BrokenLog : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("There is no test now that this could be written for.");

        public void Dispose()
        {
        }
    }
}

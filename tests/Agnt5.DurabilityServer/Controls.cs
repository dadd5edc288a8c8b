namespace Agnt5.Durability.Tests.Platform;

/// <summary>By this function the test plays the world, one move at a time.</summary>
public sealed class Controls(Stage stage)
{
    // A process that is this busy for so long runs in circles.
    private const int MostLooks = 5_000;
    private const int Calm = 20;

    /// <summary>Makes moves, and waits until everything rests.</summary>
    [Function]
    public async Task<Seen> Play(Moves moves)
    {
        if (moves.BeginsRun)
            stage.BeginRun();
        var run = stage.Run;
        if (moves.BeginsSlice)
            run.Slice++;
        run.Clock.Skew = TimeSpan.FromMilliseconds(moves.SkewMs);
        foreach (var end in moves.Deadlines)
            run.Find(end).AtDeadline(Enum.Parse<CutKind>(end.How));
        run.Clock.AdvanceTo(moves.ClockMs);
        foreach (var end in moves.Ends)
            Let(run.Find(end), end);

        await RestAsync(run, moves.AwaitsSlice);
        return new Seen(run.Since(moves.Known), run.Clock.NextTimerMs, run.IsOver);
    }

    private static void Let(Execution execution, End end)
    {
        switch (end.How)
        {
            case "finish":
                execution.Finish();
                break;
            case "throw":
                execution.Throw(end.Message);
                break;
            default:
                execution.Cancel();
                break;
        }
    }

    /// <summary>Waits until nothing has happened for a few looks: two when no other thread of the pool has work, and more when the pool counts one that may only be about to sleep.</summary>
    private static async Task RestAsync(StagedRun run, bool awaitsSlice)
    {
        var calm = 0;
        for (var (looks, before) = (0, -1); calm < Calm && looks < MostLooks; looks++)
        {
            await Task.Delay(1);
            var isCalm = before == run.Count && ThreadPool.PendingWorkItemCount == 0 && !(awaitsSlice && run.BegunSlice < run.Slice);
            calm = isCalm ? calm + (BusyThreads <= 1 ? Calm / 2 : 1) : 0;
            before = run.Count;
        }
    }

    private static int BusyThreads
    {
        get
        {
            ThreadPool.GetMaxThreads(out var most, out _);
            ThreadPool.GetAvailableThreads(out var available, out _);
            return most - available;
        }
    }
}

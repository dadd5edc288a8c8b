namespace Agnt5.Local.Tests.Crash;

/// <summary>An engine that is killed again and again. What is asked of it meanwhile goes to the next life.</summary>
internal sealed class KilledEngine(string database, string log, Random random) : IDisposable
{
    /// <summary>A life ends after so many answers at most.</summary>
    private const int MostAnswers = 60;

    private readonly SemaphoreSlim _kill = new(0);
    private TaskCompletionSource<CrashProcess> _life = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _answersLeft;

    /// <summary>Kills it so often, each time after some answers.</summary>
    public async Task KillAsync(int kills)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            Volatile.Write(ref _answersLeft, random.Next(1, MostAnswers));
            var process = await StartAsync();
            await _kill.WaitAsync();
            Volatile.Write(ref _life, new(TaskCreationOptions.RunContinuationsAsynchronously));
            await process.KillAsync();
            process.Dispose();
        }

        Volatile.Write(ref _answersLeft, int.MaxValue);
        await StartAsync();
    }

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="command">What is asked for.</param>
    /// <returns>The answer, and whether it may have been done before by a life that ended without an answer.</returns>
    public async Task<(string Answer, bool IsRepeated)> AskAsync(string command)
    {
        for (var isRepeated = false; ; isRepeated = true)
        {
            var process = await Volatile.Read(ref _life).Task;
            if (await process.AskAsync(command) is { } answer)
                return (answer, isRepeated);
            await WhenOtherLifeAsync(process);
        }
    }

    public async Task StopAsync() => await (await _life.Task).StopAsync();

    public void Dispose()
    {
        if (_life.Task.IsCompletedSuccessfully)
            _life.Task.Result.Dispose();
        _kill.Dispose();
    }

    private async Task<CrashProcess> StartAsync()
    {
        var process = await CrashProcess.StartAsync(database, log, Answered);
        _life.SetResult(process);
        return process;
    }

    private void Answered()
    {
        if (Interlocked.Decrement(ref _answersLeft) == 0)
            _kill.Release();
    }

    private async Task WhenOtherLifeAsync(CrashProcess ended)
    {
        while (await Volatile.Read(ref _life).Task == ended)
            await Task.Yield();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Agnt5.Tests.Shared;

namespace Agnt5.Local.Tests.Crash;

/// <summary>One life of <c>tests/Agnt5.LocalCrash</c>.</summary>
internal sealed class CrashProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<string?>> _asked = new();
    private readonly Action _answered;
    private readonly Task _reading;
    private long _lastNumber;
    private bool _isOver;

    private CrashProcess(Process process, Action answered)
    {
        (_process, _answered) = (process, answered);
        _reading = ReadAsync();
    }

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <param name="database">The engine's file.</param>
    /// <param name="log">The file of what steps do.</param>
    /// <param name="answered">Is called with each answer, before those who asked know of it.</param>
    public static async Task<CrashProcess> StartAsync(string database, string log, Action answered)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [FindProgram(), database, log]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (await process.StandardOutput.ReadLineAsync() is not "ready")
            throw new InvalidOperationException("The engine did not start; its error output says why.");
        return new CrashProcess(process, answered);
    }

    /// <summary>Asks for something.</summary>
    /// <returns>The answer, or <see langword="null"/> when the process ended without one: nobody knows whether it was done.</returns>
    public async Task<string?> AskAsync(string command)
    {
        var number = Interlocked.Increment(ref _lastNumber);
        var asked = _asked.GetOrAdd(number, static _ => new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            lock (_process)
            {
                _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number} {command}"));
                _process.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            asked.TrySetResult(null);
        }

        if (Volatile.Read(ref _isOver))
            asked.TrySetResult(null);
        return await asked.Task;
    }

    /// <summary>Kills it where it stands.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    /// <summary>Lets it end in order.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _reading;
        Assert.Equal(0, _process.ExitCode);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            // A line that the kill cut off has no meaning.
            if (space < 0 || !long.TryParse(line[..space], CultureInfo.InvariantCulture, out var number) || !_asked.TryGetValue(number, out var asked))
                continue;
            _answered();
            asked.TrySetResult(line[(space + 1)..]);
        }

        Volatile.Write(ref _isOver, true);
        foreach (var asked in _asked.Values)
            asked.TrySetResult(null);
    }

    private static string FindProgram()
    {
        // bin/{configuration}/{framework} of the tests, and the same of the program.
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(RepositoryRoot.Folder, "tests", "Agnt5.LocalCrash", "bin", build.Parent!.Name, build.Name, "Agnt5.LocalCrash.dll");
    }
}

using System.Diagnostics;
using Agnt5.Cli.Commands.Dev;
using Agnt5.Cli.Connections;
using Agnt5.Cli.Output;
using Agnt5.Local.Dispatch;

namespace Agnt5.Cli.Commands.Smoke;

/// <summary>An endpoint that <c>smoke</c> starts for its checks, and ends with all that belongs to it.</summary>
internal sealed class SmokeServer : IAsyncDisposable
{
    private const int MostLines = 20;

    private static readonly TimeSpan TimeToStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TimeForLastLines = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly SmokeStart _start;
    private readonly Action<string> _tell;
    private readonly Queue<string> _lines = new();

    private SmokeServer(SmokeStart start, Action<string> tell)
    {
        (_start, _tell, _process) = (start, tell, new() { StartInfo = start.ToProcess() });
        _process.OutputDataReceived += Received;
        _process.ErrorDataReceived += Received;
    }

    public Uri Url => _start.Url;

    public string Secret => _start.Secret;

    /// <summary>The last lines that it wrote.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="start">How.</param>
    /// <param name="tell">Tells what may still run when it was ended.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CliException">It does not.</exception>
    public static async Task<SmokeServer> StartAsync(SmokeStart start, Action<string> tell, CancellationToken cancellationToken)
    {
        var server = new SmokeServer(start, tell);
        try
        {
            server._process.Start();
            server._process.StandardInput.Close();
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            server._process.Dispose();
            throw new CliException(ExitCodes.Failed, "NOT_STARTED", $"{start.Program} could not be started: {exception.Message}. Is it installed?", exception);
        }

        try
        {
            await server.WaitUntilItAnswersAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        if (!await HasEndedAsync(TimeToEnd, CancellationToken.None).ConfigureAwait(false))
            _tell($"{_start.Name} was ended, and something that it has started may still run.");
        _process.Dispose();
    }

    /// <summary>Waits until it has ended and its output too. What it has started may hold the output for longer.</summary>
    private async Task<bool> HasEndedAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            await _process.WaitForExitAsync(cancellationToken).WaitAsync(time, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task WaitUntilItAnswersAsync(CancellationToken cancellationToken)
    {
        for (var began = TimeProvider.System.GetTimestamp(); ;)
        {
            if (_process.HasExited)
            {
                // The last lines may still be on their way.
                await HasEndedAsync(TimeForLastLines, cancellationToken).ConfigureAwait(false);
                throw Failed($"{_start.Name} ended with the exit code {_process.ExitCode} before it answered.");
            }

            try
            {
                await EndpointManifest.GetAsync(Url, headers: null, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (EndpointException exception) when (exception.Code is not (LossCodes.Unreachable or LossCodes.ClosedEarly))
            {
                // It answers. What is wrong with the answer, the checks tell.
                return;
            }
            catch (EndpointException)
            {
                if (TimeProvider.System.GetElapsedTime(began) > TimeToStart)
                    throw Failed($"{_start.Name} did not answer at {Url.GetLeftPart(UriPartial.Authority)} within {TimeToStart.TotalSeconds:0} seconds. {_start.Hint}");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    private CliException Failed(string problem) => new(ExitCodes.Failed, "NOT_STARTED", string.Join(Environment.NewLine, [problem, .. Lines]));

    private void Received(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { Length: > 0 } text)
            return;
        lock (_lines)
        {
            _lines.Enqueue(TerminalText.Log(text.Replace(Secret, "(the secret)", StringComparison.Ordinal)));
            if (_lines.Count > MostLines)
                _lines.Dequeue();
        }
    }
}

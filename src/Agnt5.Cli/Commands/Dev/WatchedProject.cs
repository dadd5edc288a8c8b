using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>A project under <c>dotnet watch</c>: built and started anew at each edit, always at the same address, so that runs of former builds reach the code that there is now.</summary>
internal sealed class WatchedProject : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Action<string> _told;

    private WatchedProject(ProcessStartInfo start, Action<string> told)
    {
        _told = told;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += Received;
        _process.ErrorDataReceived += Received;
    }

    /// <summary>Why the endpoint is away, as far as its output says.</summary>
    public ChildProblem Problem { get; } = new();

    /// <summary>How <c>dotnet watch</c> itself ended. It goes on through errors of the project.</summary>
    public Task<string> Ended { get; private set; } = Task.FromResult("");

    /// <summary>The address for a port; 0 finds a free one.</summary>
    public static Uri Address(int port)
    {
        if (port == 0)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        else if (IsTaken(port))
        {
            throw new CliException(ExitCodes.Failed, "PORT_TAKEN", $"Port {port}, which the project would get, is taken. Give another with --endpoint-port, or 0 for a free one.");
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    /// <param name="project">What is run, and how.</param>
    /// <param name="told">Is given each line of output.</param>
    public static WatchedProject Start(ProjectStart project, Action<string> told)
    {
        var watched = new WatchedProject(project.ToProcess(), told);
        try
        {
            watched._process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new CliException(ExitCodes.Failed, "WATCH_NOT_STARTED", $"'dotnet watch' could not be started: {exception.Message}. It comes with the .NET SDK.", exception);
        }

        watched._process.StandardInput.Close();
        watched._process.BeginOutputReadLine();
        watched._process.BeginErrorReadLine();
        watched.Ended = watched.WaitAsync();
        return watched;
    }

    /// <summary>Ends it with all that it has started.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await Ended.ConfigureAwait(false);
        _process.Dispose();
    }

    private static bool IsTaken(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private async Task<string> WaitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"the exit code {_process.ExitCode}");
    }

    private void Received(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not { } text)
            return;
        Problem.Read(text);
        _told(text);
    }
}

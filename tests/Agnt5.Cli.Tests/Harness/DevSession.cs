using System.Text.RegularExpressions;

namespace Agnt5.Cli.Tests.Harness;

/// <summary><c>dev</c> at work, until it is disposed as by Ctrl+C.</summary>
internal sealed partial class DevSession : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _command;

    private DevSession(string[] args) => _command = CommandLineProgram.RunAsync(["dev", .. args, "--port", "0"], Output, Error, _stop.Token);

    public LiveOutput Output { get; } = new();

    public LiveOutput Error { get; } = new();

    public static DevSession Start(params string[] args)
    {
        Environment.SetEnvironmentVariable("AGNT5_API_KEY", TestGateway.Key);
        return new(args);
    }

    public Task<string> LineWithAsync(string text) => Output.LineWithAsync(text, _command);

    public Task<string> ErrorWithAsync(string text) => Error.LineWithAsync(text, _command);

    /// <summary>Runs another command against it.</summary>
    public async Task<CommandLineRun> RunAsync(params string[] args) =>
        await CommandLineRun.OfAsync([.. args, "--gateway", Address().Match(await LineWithAsync("http://127.0.0.1:")).Value]);

    /// <summary>Ends it, and gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _command;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}

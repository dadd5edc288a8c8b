using System.Diagnostics;

namespace Agnt5.Shipping.Tests;

/// <summary>A native binary as AWS Lambda starts it: a process that knows its runtime API, and little else.</summary>
internal sealed class NativeFunction : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    private NativeFunction(Process process)
    {
        _process = process;
        _output = ReadAsync();
    }

    public static NativeFunction Start(string binary, string runtimeApi, params (string Name, string Value)[] variables)
    {
        var start = Command.Describe("/", binary);
        start.Environment.Clear();
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new NativeFunction(Process.Start(start)!);
    }

    /// <summary>Sends the signal by which AWS ends a process.</summary>
    public Task TerminateAsync() => Command.MustRunAsync("/", "kill", "-TERM", $"{_process.Id}");

    /// <summary>Waits for the end of the process.</summary>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (_process.ExitCode, await _output);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> ReadAsync()
    {
        var error = _process.StandardError.ReadToEndAsync();
        return await _process.StandardOutput.ReadToEndAsync() + await error;
    }
}

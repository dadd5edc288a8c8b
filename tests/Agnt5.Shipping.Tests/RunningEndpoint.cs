using System.Diagnostics;
using Agnt5.Tests.Shared;

namespace Agnt5.Shipping.Tests;

/// <summary>An endpoint in a separate process.</summary>
internal sealed class RunningEndpoint : IAsyncDisposable
{
    private const string Manifest = "/.well-known/agnt5";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ServerProcess _server;

    private RunningEndpoint(ServerProcess server) => _server = server;

    public int Port => _server.Port;

    public string Output => _server.Output;

    public static Task<RunningEndpoint> StartAsync(string environment, string folder, string file, params string[] arguments) =>
        StartAsync(environment, new Dictionary<string, string>(), folder, file, arguments);

    /// <param name="settings">Further variables of the environment.</param>
    public static async Task<RunningEndpoint> StartAsync(string environment, IReadOnlyDictionary<string, string> settings, string folder, string file, params string[] arguments)
    {
        var start = Command.Describe(folder, file, arguments);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        return new RunningEndpoint(await ServerProcess.StartAsync(start, static client => client.GetStringAsync(Manifest), Patience));
    }

    /// <summary>The commands that the endpoint printed for its developer.</summary>
    /// <param name="beginning">The first line begins with this.</param>
    /// <param name="end">The last line holds this.</param>
    public async Task<string> PrintedCommandsAsync(string beginning = "SECRET=", string end = "--data-binary")
    {
        // The endpoint prints them after it has begun to listen, and they come through a pipe.
        var waited = Stopwatch.StartNew();
        while (!Output.Contains(end, StringComparison.Ordinal) && waited.Elapsed < Patience && !_server.HasEnded)
            await Task.Delay(50);

        var lines = Output.Split('\n');
        var first = Array.FindIndex(lines, line => line.TrimStart().StartsWith(beginning, StringComparison.Ordinal));
        var last = Array.FindIndex(lines, line => line.Contains(end, StringComparison.Ordinal));
        Assert.True(first >= 0 && last > first, $"No commands were printed:\n{Output}");
        return string.Join('\n', lines[first..(last + 1)]);
    }

    public Task<string> GetManifestAsync() => _server.Client.GetStringAsync(Manifest);

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

using System.Diagnostics;
using Agnt5.Tests.Shared;

namespace Agnt5.Shipping.Tests;

/// <summary><c>dotnet agnt5 dev</c>, as it stands on a page, at ports that are free.</summary>
internal sealed class DevProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ServerProcess _server;

    private DevProcess(ServerProcess server) => _server = server;

    /// <summary>The address of the local AGNT5, for the other commands.</summary>
    public string Gateway => $"http://127.0.0.1:{_server.Port}";

    /// <param name="user">Who types the command.</param>
    /// <param name="folder">Where, below the user's folder.</param>
    /// <param name="command">The command.</param>
    /// <param name="settings">Variables of the environment.</param>
    public static async Task<DevProcess> StartAsync(TemplateUser user, string folder, string command, params (string Name, string Value)[] settings)
    {
        var start = user.Describe(folder, $"exec {command} --port $PORT --endpoint-port 0", settings);
        var dev = new DevProcess(await ServerProcess.StartAsync(start, static client => client.GetAsync("/"), Patience));
        await dev.SaysAsync("The endpoint is at");
        return dev;
    }

    /// <summary>Waits until it has printed a text.</summary>
    public async Task SaysAsync(string text)
    {
        var waited = Stopwatch.StartNew();
        while (!_server.Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(waited.Elapsed < Patience && !_server.HasEnded, $"'{text}' was not printed:\n{_server.Output}");
            await Task.Delay(50);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

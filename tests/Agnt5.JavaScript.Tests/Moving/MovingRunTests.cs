namespace Agnt5.JavaScript.Tests.Moving;

/// <summary>A run may go on in another host than the one that began it: a web server, the addon, WebAssembly.</summary>
public sealed class MovingRunTests
{
    [Fact]
    public async Task A_run_that_is_cut_anywhere_and_moves_to_another_host_ends_as_if_neither_had_happened()
    {
        var package = await JavaScriptShipment.ConformanceForNodeAsync();
        var server = Repository.PathOf("tests", "Agnt5.ConformanceServer");
        var built = Path.Combine(AppContext.BaseDirectory, "moving");
        await Command.MustRunAsync(server, "dotnet", "build", "-c", "Release", "-f", "net10.0", "-o", built, "-nologo", "-tl:off");

        await Command.MustRunAsync(
            Repository.PathOf("tests", "javascript", "moving"), "node", "moving.mjs", package, "dotnet", "exec", Path.Combine(built, "Agnt5.ConformanceServer.dll"));
    }
}

namespace Agnt5.JavaScript.Tests.Hosts;

/// <summary>What <c>withAgnt5</c> does for the builds of Next.js.</summary>
public sealed class NextBuildTests
{
    // The rows of the conformance suite have a build by webpack.
    [Fact]
    public async Task A_standalone_build_runs_in_another_place_with_what_it_has_brought_along()
    {
        var sample = await HostSample.CopyAsync("next");
        sample.Change("next.config.js", ("withAgnt5()", "withAgnt5({ output: 'standalone' })"));
        await sample.InstallAsync(static _ => { });
        var elsewhere = Repository.EmptyFolder("next-elsewhere");
        await Command.MustRunAsync(sample.Folder, "cp", "-a", ".next/standalone/.", elsewhere);
        Directory.Delete(sample.Folder, recursive: true);
        var server = Directory.GetFiles(elsewhere, "server.js", SearchOption.AllDirectories).Where(static file => !file.Contains("node_modules", StringComparison.Ordinal)).Single();

        await using var app = await RunningApp.StartAsync(Path.GetDirectoryName(server)!, "node server.js", prefix: "");

        await HostSampleTests.MustAnswerAsync(app);
        Assert.Contains("the shop", (await app.GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_on_the_edge_runtime_ends_the_build_and_says_what_to_do()
    {
        var sample = await HostSample.CopyAsync("next");
        sample.Change("app/agnt5/invoke/route.js", ("next';", "next';\nexport const runtime = 'edge';"));
        await sample.InstallPackagesAsync();

        var (exitCode, output) = await Command.RunAsync(sample.Folder, "npm", "run", "build");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("EDGE_RUNTIME", output, StringComparison.Ordinal);
        Assert.Contains("Remove export const runtime = 'edge' from the route", output, StringComparison.Ordinal);
    }
}

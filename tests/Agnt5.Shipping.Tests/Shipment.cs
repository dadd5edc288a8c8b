using System.Globalization;

namespace Agnt5.Shipping.Tests;

/// <summary>The packages and native binaries that are shipped. All tests share one build, which the first test that asks starts.</summary>
internal static class Shipment
{
    // The ahead-of-time compiler needs about half of this memory for a sample. The rest is for the linker and the tests.
    private const long BytesPerNativeApp = 2L << 30;

    private static readonly Lazy<Task<string>> Log = new(BuildAsync);

    /// <summary>A version that no published package has, so that no published one is used by mistake.</summary>
    public static string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    private static string Feed { get; } = Repository.EmptyFolder("feed");

    /// <summary>Waits until all builds have ended, with or without success.</summary>
    public static Task IsBuiltAsync() => Log.Value;

    /// <summary>The folder that holds the packages.</summary>
    public static async Task<string> PackagesAsync()
    {
        var log = await Log.Value;
        foreach (var package in (string[])["Agnt5", "Agnt5.AspNetCore", "Agnt5.Mcp"])
            Assert.True(File.Exists(Path.Combine(Feed, $"{package}.{Version}.nupkg")), $"{package} was not packed:\n{log}");
        return Feed;
    }

    /// <summary>The native binary of a project, which is published without a warning.</summary>
    /// <param name="project">The project's folder, as it stands in Shipment.targets.</param>
    public static async Task<string> NativeAppAsync(string project)
    {
        var log = await Log.Value;
        Assert.DoesNotContain("warning", log, StringComparison.OrdinalIgnoreCase);
        var binary = NativeApp(project);
        Assert.True(File.Exists(binary), $"{Path.GetFileName(project)} was not published:\n{log}");
        return binary;
    }

    private static async Task<string> BuildAsync()
    {
        using var alone = await BuildLock.TakeAsync();
        // Files of an earlier run must not hide that this run failed to make them.
        foreach (var binary in Directory.GetDirectories(Repository.PathOf("samples")).Concat(Directory.GetDirectories(Repository.PathOf("tests"))).Select(NativeApp).Where(File.Exists))
            File.Delete(binary);
        // Analyzers have read the same code in the build that these tests are from.
        var (_, log) = await Command.RunAsync(
            Repository.Root,
            "dotnet", "msbuild", Repository.PathOf("tests", "Agnt5.Shipping.Tests", "Shipment.targets"),
            "-nologo", "-v:minimal", "-tl:off", $"-m:{NativeAppsAtOnce()}", $"-p:Feed={Feed}", $"-p:FeedVersion={Version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false");
        return log;
    }

    private static string NativeApp(string project) => Path.Combine(project, "bin", "Release", "net10.0", "linux-x64", "publish", Path.GetFileName(project));

    private static long NativeAppsAtOnce() => Math.Clamp(FreeMemory() / BytesPerNativeApp, 1, Environment.ProcessorCount);

    // The machine's memory, unless a container may use less.
    private static long FreeMemory()
    {
        var available = File.ReadLines("/proc/meminfo").Single(static line => line.StartsWith("MemAvailable:", StringComparison.Ordinal));
        return Math.Min(long.Parse(available.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
    }
}

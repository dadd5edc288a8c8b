using System.Collections.Concurrent;
using System.Globalization;

namespace Agnt5.Shipping.Tests;

/// <summary>
/// The packages and native binaries that are shipped. All tests share one build, which the first test that asks starts. The binary of an app is compiled when the first test asks for that one, beside
/// whatever else runs: MSBuild compiles one after the other, because it keeps projects that wait for the same libraries in one process.
/// </summary>
internal static class Shipment
{
    // The ahead-of-time compiler needs about half of this memory for a sample. The rest is for the linker and the tests.
    private const long BytesPerNativeApp = 2L << 30;

    private static readonly Lazy<Task<string>> Log = new(BuildAsync);

    // By the project's folder.
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> NativeLogs = new(StringComparer.Ordinal);

    private static readonly SemaphoreSlim NativeAppsAtOnce = new((int)Math.Clamp(FreeMemory() / BytesPerNativeApp, 1, Environment.ProcessorCount));

    // Kept until this process ends: a binary is compiled from what the build has written.
    private static IDisposable? _alone;

    /// <summary>A version that no published package has, so that no published one is used by mistake.</summary>
    public static string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    private static string Feed { get; } = Repository.EmptyFolder("feed");

    /// <summary>Waits until the binary of a project is compiled, with or without success. Two builds of one project would write over each other's files.</summary>
    /// <param name="project">The project's folder, as it stands in Shipment.targets.</param>
    public static Task IsCompiledAsync(string project) => PublishedAsync(project);

    /// <summary>Waits until all but the native binaries is built, with or without success.</summary>
    public static Task IsBuiltAsync() => Log.Value;

    /// <summary>The folder that holds the packages.</summary>
    public static async Task<string> PackagesAsync()
    {
        var log = await Log.Value;
        foreach (var package in (string[])["Agnt5", "Agnt5.AspNetCore", "Agnt5.Lambda", "Agnt5.Mcp", "Agnt5.Client", "Agnt5.Local", "Agnt5.Testing", "Agnt5.Cli", "Agnt5.Templates"])
            Assert.True(File.Exists(Path.Combine(Feed, $"{package}.{Version}.nupkg")), $"{package} was not packed:\n{log}");
        return Feed;
    }

    /// <summary>The native binary of a project, which is published without a warning.</summary>
    /// <param name="project">The project's folder, as it stands in Shipment.targets.</param>
    public static async Task<string> NativeAppAsync(string project)
    {
        var log = await PublishedAsync(project);
        Assert.DoesNotContain("warning", log, StringComparison.OrdinalIgnoreCase);
        var binary = NativeApp(project);
        Assert.True(File.Exists(binary), $"{Path.GetFileName(project)} was not published:\n{log}");
        return binary;
    }

    private static Task<string> PublishedAsync(string project) => NativeLogs.GetOrAdd(project, _ => new(() => PublishAsync(project))).Value;

    private static async Task<string> BuildAsync()
    {
        _alone = await BuildLock.TakeAsync();
        // Analyzers have read the same code in the build that these tests are from.
        var (_, log) = await Command.RunAsync(
            Repository.Root,
            "dotnet", "msbuild", Repository.PathOf("tests", "Agnt5.Shipping.Tests", "Shipment.targets"),
            "-nologo", "-v:minimal", "-tl:off", "-m", $"-p:Feed={Feed}", $"-p:FeedVersion={Version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false");
        return log;
    }

    private static async Task<string> PublishAsync(string project)
    {
        var built = await Log.Value;
        await NativeAppsAtOnce.WaitAsync();
        try
        {
            // Files of an earlier run must not hide that this run failed to make them.
            if (File.Exists(NativeApp(project)))
                File.Delete(NativeApp(project));
            var (_, log) = await Command.RunAsync(
                Repository.Root, "dotnet", "publish", project, "--no-build", "-c", "Release", "-f", "net10.0", "-r", "linux-x64", "-nologo", "-v:minimal", "-tl:off");
            return built + log;
        }
        finally
        {
            NativeAppsAtOnce.Release();
        }
    }

    private static string NativeApp(string project) => Path.Combine(project, "bin", "Release", "net10.0", "linux-x64", "publish", NameOf(project));

    // The file that AWS Lambda starts.
    private static string NameOf(string project) => Path.GetFileName(project) is "LambdaHello" ? "bootstrap" : Path.GetFileName(project);

    // The machine's memory, unless a container may use less.
    private static long FreeMemory()
    {
        var available = File.ReadLines("/proc/meminfo").Single(static line => line.StartsWith("MemAvailable:", StringComparison.Ordinal));
        return Math.Min(long.Parse(available.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
    }

    /// <summary>A nuget.config that takes our packages from the feed alone, and all others from where they are published.</summary>
    public static string SourcesOf(string feed) => $"""
        <configuration>
          <packageSources>
            <add key="packed" value="{feed}" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="packed">
              <package pattern="Agnt5*" />
            </packageSource>
            <packageSource key="nuget.org">
              <package pattern="*" />
            </packageSource>
          </packageSourceMapping>
        </configuration>
        """;
}

namespace Agnt5.JavaScript.Tests;

/// <summary>The npm packages that tests use. Each is published once, when the first test asks for it.</summary>
internal static class JavaScriptShipment
{
    // As the shipping tests build the same libraries: what one has built, the other takes. Analyzers have read the same code in the build that these tests are from.
    private static readonly string[] ForRelease = ["-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false"];

    private static readonly Lazy<Task<string>> ConformanceOnNode = new(() => PublishAsync("node", "tests", "Agnt5.ConformanceServer"));
    private static readonly Lazy<Task<string>> ConformanceInWorkers = new(() => PublishAsync("workers", "tests", "Agnt5.ConformanceServer"));
    private static readonly Lazy<Task<string>> SampleOnNode = new(() => PublishAsync("node", "samples", "JavaScriptHosts", "components"));
    private static readonly Lazy<Task<string>> DurabilityOnNode = new(() => PublishAsync("node", "tests", "Agnt5.DurabilityServer"));
    private static readonly Lazy<Task<string>> DurabilityForWeb = new(() => PublishAsync("web", "tests", "Agnt5.DurabilityServer"));
    private static readonly Lazy<Task<string>> DurabilityInWorkers = new(() => PublishAsync("workers", "tests", "Agnt5.DurabilityServer"));
    private static readonly Lazy<Task<string>> TypesForWeb = new(() => PublishAsync("web", "tests", "Agnt5.TypeCorpus.JavaScript"));
    private static readonly Lazy<Task<string>> PackedFeed = new(PackAsync);

    /// <summary>A version that no published package has, so that no published one is used by mistake.</summary>
    public static string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    /// <summary>The component set of the conformance suite for node: the addon, and WebAssembly.</summary>
    /// <returns>The npm package's folder.</returns>
    public static Task<string> ConformanceForNodeAsync() => ConformanceOnNode.Value;

    /// <summary>The component set of the conformance suite for Cloudflare Workers.</summary>
    /// <returns>The npm package's folder.</returns>
    public static Task<string> ConformanceForWorkersAsync() => ConformanceInWorkers.Value;

    /// <summary>The components of <c>samples/JavaScriptHosts</c> for node: the addon, and WebAssembly.</summary>
    /// <returns>The npm package's folder.</returns>
    public static Task<string> SampleForNodeAsync() => SampleOnNode.Value;

    /// <summary>The workflows of <c>tests/Agnt5.Durability.Tests</c> for node: the addon, and WebAssembly.</summary>
    /// <returns>The npm package's folder.</returns>
    public static Task<string> DurabilityForNodeAsync() => DurabilityOnNode.Value;

    /// <summary>The workflows of <c>tests/Agnt5.Durability.Tests</c> on WebAssembly alone, which is published sooner.</summary>
    /// <returns>The npm package's folder.</returns>
    public static Task<string> DurabilityForTheWebAsync() => DurabilityForWeb.Value;

    /// <summary>The workflows of <c>tests/Agnt5.Durability.Tests</c> for Cloudflare Workers.</summary>
    /// <returns>The npm package's folder.</returns>
    public static Task<string> DurabilityForWorkersAsync() => DurabilityInWorkers.Value;

    /// <summary>The types of <c>tests/Agnt5.TypeCorpus</c> on WebAssembly.</summary>
    /// <returns>The npm package's folder.</returns>
    public static Task<string> TypesForTheWebAsync() => TypesForWeb.Value;

    /// <summary>The folder that holds the NuGet packages, in <see cref="Version"/>.</summary>
    public static Task<string> PackagesAsync() => PackedFeed.Value;

    private static async Task<string> PublishAsync(string host, params string[] project)
    {
        var folder = Repository.PathOf(project);
        await AloneAsync(() => Command.MustRunAsync(folder, "dotnet", ["publish", $"-p:Agnt5Host={host}", "-nologo", "-tl:off", .. ForRelease]));
        return Path.Combine(folder, "bin", "Release", "net10.0", $"publish-{host}");
    }

    private static async Task<string> PackAsync()
    {
        var feed = Repository.EmptyFolder("feed");
        foreach (var library in (string[])["Agnt5", "Agnt5.AspNetCore", "Agnt5.JavaScript"])
            await AloneAsync(() => Command.MustRunAsync(
                Repository.Root, "dotnet", ["pack", Repository.PathOf("src", library), "-c", "Release", "-o", feed, $"-p:PackageVersion={Version}", "-nologo", "-tl:off", .. ForRelease]));
        return feed;
    }

    private static async Task AloneAsync(Func<Task<string>> command)
    {
        using var alone = await BuildLock.TakeAsync();
        await command();
    }
}

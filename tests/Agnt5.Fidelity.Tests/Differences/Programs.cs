using System.Reflection;
using Agnt5.Shipping.Tests;
using Agnt5.Tests.Shared;

namespace Agnt5.Fidelity.Tests.Differences;

/// <summary>The program of tests/Agnt5.HostDifferences on each engine.</summary>
internal static class Programs
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Folder, "tests", "Agnt5.HostDifferences");

    private static readonly string Configuration = typeof(Programs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Configuration").Value!;

    public static string KnownOf(string engine) => Path.Combine(Folder, "Known", $"{engine}.txt");

    public static Task<string> RunOnCoreClrAsync() => Command.MustRunAsync(Folder, "dotnet", Path.Combine(Folder, "bin", Configuration, "net10.0", "Agnt5.HostDifferences.dll"));

    /// <summary>Publishes it for WebAssembly, and runs it in Node.</summary>
    public static async Task<string> RunOnWebAssemblyAsync()
    {
        var published = Path.Combine(AppContext.BaseDirectory, "differences");
        await Command.MustRunAsync(Folder, "dotnet", "publish", "Wasm", "-c", "Release", "-o", published, "-nologo", "-v:quiet", "-tl:off");
        return await Command.MustRunAsync(Folder, "node", Path.Combine(Folder, "Wasm", "run.mjs"), Path.Combine(published, "wwwroot", "_framework", "dotnet.js"));
    }
}

using System.Diagnostics;

namespace Agnt5.Shipping.Tests;

/// <summary>
/// Somebody who has the .NET SDK and the packed packages, and nothing else of AGNT5: templates, tools and keys go into a home of their own.
/// Each project below the folder is built with warnings as errors.
/// </summary>
internal sealed class TemplateUser : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("agnt5-templates-").FullName;

    private TemplateUser()
    {
    }

    /// <summary>Where the user's projects are.</summary>
    public string Folder => Path.Combine(_root, "projects");

    /// <summary>Where the user's settings and keys are.</summary>
    public string Home => Path.Combine(_root, "home");

    public static async Task<TemplateUser> CreateAsync()
    {
        var feed = await Shipment.PackagesAsync();
        var user = new TemplateUser();
        Directory.CreateDirectory(user.Home);
        Directory.CreateDirectory(user.Folder);
        await File.WriteAllTextAsync(Path.Combine(user.Folder, "nuget.config"), Shipment.SourcesOf(feed));
        await File.WriteAllTextAsync(Path.Combine(user.Folder, "Directory.Build.props"), """
            <Project>
              <PropertyGroup>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
              </PropertyGroup>
            </Project>
            """);
        // This machine's sources, which need not be those of a new one.
        var sources = Path.Combine(".nuget", "NuGet", "NuGet.Config");
        var ofThisMachine = Path.Combine(HomeOfThisMachine, sources);
        if (File.Exists(ofThisMachine))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(user.Home, sources))!);
            File.Copy(ofThisMachine, Path.Combine(user.Home, sources));
        }

        return user;
    }

    /// <summary>Runs the lines of a page, which must succeed, in a folder below <see cref="Folder"/>.</summary>
    public async Task<string> RunAsync(string folder, string lines, params (string Name, string Value)[] settings)
    {
        var (exitCode, output) = await Command.RunAsync(Describe(folder, lines, settings));
        Assert.True(exitCode == 0, $"This ended with {exitCode}:\n{lines}\n{output}");
        return output;
    }

    /// <summary>How a shell is started that runs the lines.</summary>
    public ProcessStartInfo Describe(string folder, string lines, params (string Name, string Value)[] settings)
    {
        // The versions that were packed here. A published one may be newer.
        var pinned = lines
            .Replace("new install Agnt5.Templates", $"new install Agnt5.Templates@{Shipment.Version}", StringComparison.Ordinal)
            .Replace("--prerelease", $"--version {Shipment.Version}", StringComparison.Ordinal);
        var start = Command.Describe(Path.Combine(Folder, folder), "bash", "-euo", "pipefail", "-c", pinned);
        var environment = start.Environment;
        // What this machine has restored is not fetched again, and what the test restores goes with its folder.
        environment["NUGET_FALLBACK_PACKAGES"] = environment.TryGetValue("NUGET_PACKAGES", out var packages) && packages is { Length: > 0 }
            ? packages
            : Path.Combine(HomeOfThisMachine, ".nuget", "packages");
        foreach (var name in (string[])["NUGET_PACKAGES", "DOTNET_CLI_HOME", "XDG_DATA_HOME", "AGNT5_API_KEY", "AGNT5_GATEWAY_URL"])
            environment.Remove(name);
        environment["HOME"] = Home;
        environment["PATH"] = $"{Path.Combine(Home, ".dotnet", "tools")}:{environment["PATH"]}";
        environment["DOTNET_NOLOGO"] = "1";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        foreach (var (name, value) in settings)
            environment[name] = value;
        return start;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string HomeOfThisMachine => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}

namespace Agnt5.JavaScript.Tests;

/// <summary>
/// A user's project outside of the repository, which has the packages from a folder. It has what users' projects have: the web SDK, a library beside it, central package versions, lock files, a
/// resource, and a space in its path.
/// </summary>
internal sealed class PackedProject : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("agnt5 packed ").FullName;

    private PackedProject() => Folder = Directory.CreateDirectory(Path.Combine(_root, "Shop")).FullName;

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    public static async Task<PackedProject> CreateAsync()
    {
        var feed = await JavaScriptShipment.PackagesAsync();
        var project = new PackedProject();
        foreach (var (name, text) in Files(feed))
            project.Write(name, text);
        // So that one publish serves the load test too.
        foreach (var file in (string[])["Orders.cs", "Plain.cs"])
            project.Write($"Shop/Load/{file}", File.ReadAllText(Repository.PathOf("tests", "load", "Agnt5.JavaScriptLoad", file)));
        return project;
    }

    /// <summary>Writes a file of the project.</summary>
    /// <param name="name">Its path below the folder that holds the project's.</param>
    /// <param name="text">What is in it.</param>
    public void Write(string name, string text)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Publishes the project.</summary>
    /// <returns>The exit code, and what it said.</returns>
    public async Task<(int ExitCode, string Output)> PublishAsync(params string[] arguments)
    {
        // It has brought from NuGet what is large, for all projects.
        await JavaScriptShipment.SampleForNodeAsync();
        return await Command.RunAsync(Folder, "dotnet", ["publish", "-nologo", "-tl:off", .. arguments]);
    }

    /// <summary>Runs the target that a publish begins with, which says what cannot succeed.</summary>
    /// <returns>The exit code, and what it said.</returns>
    public Task<(int ExitCode, string Output)> CheckAsync(params string[] properties) =>
        Command.RunAsync(Folder, "dotnet", ["msbuild", "-nologo", "-tl:off", "-t:CheckAgnt5Host", "-p:Configuration=Release", .. properties.Select(static property => $"-p:{property}")]);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static IEnumerable<(string Name, string Text)> Files(string feed)
    {
        // What .NET itself takes from NuGet is on the machine, and large.
        var installed = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var template = Repository.PathOf("tests", "javascript", "shop");
        foreach (var file in Directory.GetFiles(template, "*", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file).Replace("{feed}", feed, StringComparison.Ordinal).Replace("{installed}", installed, StringComparison.Ordinal);
            yield return (Path.GetRelativePath(template, file), text.Replace("{version}", JavaScriptShipment.Version, StringComparison.Ordinal));
        }
    }
}

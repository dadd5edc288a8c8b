using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Agnt5.JavaScript.Tests.Hosts;

/// <summary>An app of <c>samples/JavaScriptHosts</c>, in a folder of its own beside the components, installed by the commands of its README.</summary>
internal sealed partial class HostSample
{
    private static readonly Lazy<Task<string>> Room = new(FurnishAsync);

    // What npm installs for a sample, by the sample's name: npm is asked once.
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Modules = new(StringComparer.Ordinal);

    private readonly string _name;
    private readonly string[] _commands;

    private HostSample(string name, string folder, string[] commands)
    {
        _name = name;
        Folder = folder;
        _commands = commands;
    }

    public string Folder { get; }

    /// <summary>Copies an app.</summary>
    /// <param name="name">Its folder in <c>samples/JavaScriptHosts</c>.</param>
    public static async Task<HostSample> CopyAsync(string name)
    {
        var source = Repository.PathOf("samples", "JavaScriptHosts", name);
        var folder = Directory.CreateDirectory(Path.Combine(await Room.Value, $"{name}-{Guid.NewGuid():N}")).FullName;
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar).Intersect(["node_modules", ".next", "deno.lock"]).Any())
                continue;
            var copy = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var commands = ShellBlock().Match(File.ReadAllText(Path.Combine(folder, "README.md"))).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // The first publishes the components, which is done; the test has a secret of its own; the last starts the app.
        Assert.Equal("dotnet publish ../components -p:Agnt5Host=node", commands[0]);
        Assert.Equal("export AGNT5_SERVERLESS_SIGNING_SECRET=$(openssl rand -base64 32)", commands[^2]);
        return new HostSample(name, folder, commands);
    }

    /// <summary>Changes a file of the app.</summary>
    /// <returns>This app.</returns>
    public HostSample Change(string file, params (string Old, string New)[] changes)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        foreach (var (old, replacement) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }

        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Runs what the README says between publish and start.</summary>
    /// <param name="unpacked">Gets the folder of the package, once it is installed. It is a copy in the app's folder then.</param>
    /// <returns>This app.</returns>
    public async Task<HostSample> InstallAsync(Action<string>? unpacked = null)
    {
        foreach (var command in _commands[1..^2])
        {
            if (command != "npm ci")
            {
                await Command.MustRunAsync(Folder, "sh", "-c", command);
                continue;
            }

            await InstallPackagesAsync();
            if (unpacked is not null)
                unpacked(await CopyPackageIntoAppAsync());
        }

        return this;
    }

    /// <summary>Has the packages in the app's folder that <c>npm ci</c> installs.</summary>
    public async Task InstallPackagesAsync()
    {
        var modules = await Modules.GetOrAdd(_name, _ => new(InstallAlikeAsync)).Value;
        // Links to the same files, in folders of its own.
        await Command.MustRunAsync(Folder, "cp", "-al", modules, "node_modules");
    }

    private async Task<string> InstallAlikeAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(await Room.Value, $"{_name}-installed")).FullName;
        foreach (var file in (string[])["package.json", "package-lock.json"])
            File.Copy(Repository.PathOf("samples", "JavaScriptHosts", _name, file), Path.Combine(folder, file));
        await Command.MustRunAsync(folder, "npm", "ci");
        return Path.Combine(folder, "node_modules");
    }

    /// <summary>Starts the app as the README says.</summary>
    /// <param name="prefix">Where the endpoint is mounted.</param>
    public Task<RunningApp> StartAsync(string prefix = "") => RunningApp.StartAsync(Folder, _commands[^1], prefix);

    // As with npm install ./components.
    private async Task<string> CopyPackageIntoAppAsync()
    {
        await Command.MustRunAsync(Folder, "sh", "-c", "cp -r ../components/bin/Release/net10.0/publish-node components && ln -sfn ../components node_modules/order-components");
        return Path.Combine(Folder, "components");
    }

    // npm links the package, so the app lies beside it as in the repository.
    private static async Task<string> FurnishAsync()
    {
        var room = Repository.EmptyFolder("host-samples");
        var package = await JavaScriptShipment.SampleForNodeAsync();
        var copy = Path.Combine(room, "components", "bin", "Release", "net10.0", "publish-node");
        foreach (var file in Directory.GetFiles(package, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(package, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return room;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}

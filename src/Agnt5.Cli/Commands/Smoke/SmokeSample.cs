using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Agnt5.Cli.Commands.Dev;
using Agnt5.Cli.Manifests;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Commands.Smoke;

/// <summary>Finds out how the endpoint of a folder is started, for each kind of host.</summary>
internal static class SmokeSample
{
    private const string SecretName = "AGNT5_SERVERLESS_SIGNING_SECRET";

    private static readonly string[] HostFiles = ["server.js", "server.mjs", "index.js", "index.mjs"];

    /// <exception cref="CliException">There is nothing in the folder that could be started for the host.</exception>
    public static async Task<SmokeStart> FindAsync(string host, string? path, ProjectBuild build, Action<string> tell, CancellationToken cancellationToken)
    {
        if (host == "vercel")
            throw Missing("Vercel runs nothing on this machine. Deploy a preview with 'vercel deploy', and give its URL. "
                + "Or start the app with 'npx next start', and check it with 'dotnet agnt5 smoke node http://127.0.0.1:3000'.");
        if (host == "http")
            return await FindProjectAsync(path, build, tell, cancellationToken).ConfigureAwait(false);
        var folder = path is "" ? "" : Path.GetFullPath(path ?? ".");
        if (!Directory.Exists(folder))
            throw Missing($"There is no folder '{folder}'. Give the folder of the app with --project, or the URL of an endpoint.");
        return host == "node" ? FindNode(folder) : FindWrangler(folder);
    }

    private static async Task<SmokeStart> FindProjectAsync(string? path, ProjectBuild build, Action<string> tell, CancellationToken cancellationToken)
    {
        var project = DevTarget.Of(path).Project ?? throw Missing("--project is a project or its folder. A URL is given behind the host.");
        if (build.Builds)
            tell($"Building {project.FullName} …");
        var assembly = await build.FindAssemblyAsync(project, cancellationToken).ConfigureAwait(false);
        if (!File.Exists(Path.ChangeExtension(assembly, ".runtimeconfig.json")))
            throw Missing($"{project.Name} is no program that could be started. Give the project that serves its components.");
        var url = WatchedProject.Address(port: 0);
        return new()
        {
            Name = project.Name,
            Program = DotnetCommand.Host,
            Arguments = [assembly, "--urls", url.GetLeftPart(UriPartial.Authority)],
            Folder = project.DirectoryName!,
            Url = url,
            Secret = NewSecret(),
            Hint = "It must listen where --urls says.",
        };
    }

    private static SmokeStart FindNode(string folder)
    {
        var file = HostFile(folder)
            ?? throw Missing($"There is no {string.Join(", ", HostFiles)} in {folder}, and no start script 'node FILE' in a package.json. Start the app yourself, and give its URL.");
        return new()
        {
            Name = file,
            Program = "node",
            Arguments = [file],
            Folder = folder,
            Url = WatchedProject.Address(port: 0),
            Secret = NewSecret(),
            Hint = "It must listen on the port that the variable PORT says. Or start it yourself, and give its URL.",
        };
    }

    private static SmokeStart FindWrangler(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "node_modules", "wrangler", "package.json")))
            throw Missing($"wrangler is not installed in {folder}. Install it there with 'npm install --save-dev wrangler', or give the URL of an endpoint.");
        var url = WatchedProject.Address(port: 0);
        return new()
        {
            Name = "wrangler dev",
            Program = OperatingSystem.IsWindows() ? "npx.cmd" : "npx",
            Arguments = ["--no-install", "wrangler", "dev", "--ip", url.Host, "--port", url.Port.ToString(CultureInfo.InvariantCulture)],
            Folder = folder,
            Url = url,
            // wrangler reads secrets from this file where it is there, and else from the environment.
            Secret = SecretOf(Path.Combine(folder, ".dev.vars")) ?? NewSecret(),
            Hint = "Try 'npx wrangler dev' there.",
        };
    }

    // The file of "start": "node server.js", else one with a usual name.
    private static string? HostFile(string folder)
    {
        var package = Path.Combine(folder, "package.json");
        if (File.Exists(package))
        {
            try
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(package));
                if (json.RootElement.Member("scripts").Text("start")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["node", var file] && File.Exists(Path.Combine(folder, file)))
                    return file;
            }
            catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
            {
                throw Missing($"{package} could not be read. {exception.Message}");
            }
        }

        return HostFiles.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
    }

    private static string? SecretOf(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            // Of two lines, wrangler takes the last.
            return DevVars.Read(File.ReadLines(file)).LastOrDefault(static variable => variable.Key == SecretName).Value is { Length: > 0 } secret
                ? secret
                : throw Missing($"{file} has no {SecretName}, so the Worker would have no secret. Add a line {SecretName}=…, or remove the file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Missing($"{file} could not be read. {exception.Message}");
        }
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static CliException Missing(string message) => new(ExitCodes.Usage, "NOTHING_TO_START", message);
}

using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests;

/// <summary>Builds a project, and finds the assembly that the build makes.</summary>
internal sealed class ProjectBuild
{
    private static readonly Option<bool> NoBuild = new("--no-build") { Description = "Takes a project's assembly as the last build left it." };
    private static readonly Option<string> Configuration = new("--configuration", "-c")
    {
        Description = "The configuration of a project.",
        HelpName = "name",
        DefaultValueFactory = static _ => "Debug",
    };

    private static readonly Option<string?> Framework = new("--framework", "-f") { Description = "The framework of a project that has several. Default: the first.", HelpName = "name" };

    private readonly ParseResult _parsed;

    public ProjectBuild(ParseResult parsed) => _parsed = parsed;

    /// <summary>Whether a project is built, and not taken as the last build left it.</summary>
    public bool Builds => !_parsed.GetValue(NoBuild);

    public static void AddTo(Command command)
    {
        command.Options.Add(NoBuild);
        command.Options.Add(Configuration);
        command.Options.Add(Framework);
    }

    /// <summary>The names of those options that somebody gave.</summary>
    public static IEnumerable<string> Given(ParseResult parsed) =>
        ((Option[])[NoBuild, Configuration, Framework]).Where(option => parsed.GetResult(option) is { Implicit: false }).Select(static option => option.Name);

    /// <exception cref="CliException">The project does not build, or was not built yet.</exception>
    public async Task<string> FindAssemblyAsync(FileInfo project, CancellationToken cancellationToken)
    {
        var configuration = $"-p:Configuration={_parsed.GetValue(Configuration)}";
        var properties = await PropertiesAsync(project, [configuration], cancellationToken).ConfigureAwait(false);
        var framework = _parsed.GetValue(Framework);
        if (framework is null && properties.Text("TargetFrameworks") is { Length: > 0 } frameworks)
            framework = frameworks.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        string[] words = framework is null ? [configuration] : [configuration, $"-p:TargetFramework={framework}"];
        if (Builds)
            await DotnetCommand.RunAsync("BUILD_FAILED", $"{project.Name} does not build.", ["build", project.FullName, "-v", "quiet", "--nologo", .. words], cancellationToken).ConfigureAwait(false);
        if (framework is not null)
            properties = await PropertiesAsync(project, words, cancellationToken).ConfigureAwait(false);
        return properties.Text("TargetPath") is { Length: > 0 } path && File.Exists(path)
            ? path
            : throw new CliException(ExitCodes.Failed, "NOT_BUILT", $"{project.Name} was not built yet. Leave out --no-build, or give the --configuration and --framework that were built.");
    }

    private static async Task<JsonElement> PropertiesAsync(FileInfo project, string[] words, CancellationToken cancellationToken)
    {
        string[] asked = ["msbuild", project.FullName, "-getProperty:TargetPath", "-getProperty:TargetFrameworks", "-nologo"];
        var text = await DotnetCommand.RunAsync("PROJECT_INVALID", $"{project.Name} could not be read.", [.. asked, .. words], cancellationToken).ConfigureAwait(false);
        try
        {
            using var answer = JsonDocument.Parse(text);
            return answer.RootElement.Member("Properties").Clone();
        }
        catch (JsonException exception)
        {
            throw new CliException(ExitCodes.Failed, "PROJECT_INVALID", $"{project.Name} could not be read: {TerminalText.Line(text.Trim())}", exception);
        }
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Agnt5.Tests.Shared;

namespace Agnt5.Generators.Tests.Builds;

/// <summary>Projects in a folder of their own, which one run of the .NET SDK builds with its own compiler. They get what the package brings from the folders where the repository built it.</summary>
public sealed partial class BuiltOnDisk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agnt5-builds-").FullName;
    private readonly Lazy<Task<string>> _log;

    public BuiltOnDisk()
    {
        foreach (var project in OnDisk.All)
            Write(project);
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), OnDisk.Props(Configuration));
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.targets"), OnDisk.Targets(Configuration));
        File.WriteAllText(Path.Combine(_folder, "all.proj"), """
            <Project DefaultTargets="All">
              <ItemGroup>
                <Each Include="*/*.csproj;*/*.vbproj;*/*.proj" />
              </ItemGroup>
              <Target Name="All">
                <MSBuild Projects="@(Each)" Targets="Restore" Properties="MSBuildIsRestoring=true" />
                <MSBuild Projects="@(Each)" Targets="Build" BuildInParallel="true" ContinueOnError="true" />
              </Target>
            </Project>
            """);
        _log = new(BuildAsync);
    }

    // The tests are built as what they test: bin/Debug/net10.0.
    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The errors and warnings of a project, each once: <c>error CS0103: …</c>.</summary>
    public async Task<IReadOnlyList<string>> ProblemsOfAsync(string project)
    {
        var log = await _log.Value;
        Assert.True(log.Contains("Time Elapsed", StringComparison.Ordinal), log);
        return [.. Problems().Matches(log)
            .Where(match => Path.GetFileNameWithoutExtension(match.Groups[match.Groups["project"].Success ? "project" : "file"].Value) == project)
            .Select(static match => match.Groups["text"].Value)
            .Distinct()];
    }

    /// <summary>Whether the compiler wrote the project's assembly.</summary>
    public async Task<bool> IsBuiltAsync(string project)
    {
        await _log.Value;
        return File.Exists(Path.Combine(_folder, project, "bin", "Debug", "net10.0", project + ".dll"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(OnDisk project)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, project.Name)).FullName;
        File.WriteAllText(Path.Combine(folder, project.Name + project.Extension), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{project.Properties}</PropertyGroup>
              <ItemGroup>{project.Items}</ItemGroup>
            </Project>
            """);
        foreach (var (file, text) in project.Files)
            File.WriteAllText(Path.Combine(folder, file), text);
    }

    private async Task<string> BuildAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["build", "all.proj", "-nologo", "-v:minimal", "-tl:off", "-clp:Summary;ForceNoAlign", "-m:2"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // The test host's settings are not those of a user.
        foreach (var variable in start.Environment.Keys.Where(static key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(variable);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output + await error;
    }

    // The project stands at the end of a line, unless it is the file at its beginning.
    [GeneratedRegex(@"(?m)^ *(?<file>[^\r\n]*?) ?: (?<text>(?:error|warning) [A-Z]+[0-9]+: .*?)(?: ?\[(?<project>[^\]\r\n]+)\])?\r?$")]
    private static partial Regex Problems();
}

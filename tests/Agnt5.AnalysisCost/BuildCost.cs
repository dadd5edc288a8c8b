using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Agnt5.Tests.Shared;

namespace Agnt5.AnalysisCost;

/// <summary>Builds a project of 1,000 files with the analyzers and without, in turns, so that other work on the machine slows both down.</summary>
internal static partial class BuildCost
{
    private const int Files = 1000;
    private const int WorkflowFiles = 100;

    public static async Task PrintAsync(bool usesSdk, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("agnt5-cost-").FullName;
        try
        {
            Write(folder, usesSdk);
            await RunAsync(folder, "restore");
            await BuildAsync(folder, withAnalyzers: true);
            var (with, without, share) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                without.Add((await BuildAsync(folder, withAnalyzers: false)).Seconds);
                var (seconds, analyzers) = await BuildAsync(folder, withAnalyzers: true);
                with.Add(seconds);
                share.Add(analyzers);
            }

            var added = Numbers.Median([.. with.Zip(without, static (one, other) => (one - other) / other)]);
            Console.WriteLine($"A project of {Files} files {(usesSdk ? $"with {WorkflowFiles} files of workflows" : "that does not use the SDK")}, {rounds} rounds");
            Console.WriteLine($"  build without analyzers      {Numbers.Median(without):0.00} s");
            Console.WriteLine($"  build with analyzers         {Numbers.Median(with):0.00} s, {added:+0.0%;-0.0%} (median of the rounds)");
            Console.WriteLine($"  time inside the analyzers    {Numbers.Median(share):0.000} s of processor time, as the compiler reports it");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, bool usesSdk)
    {
        var binaries = AppContext.BaseDirectory;
        // The generator is in both builds: it is not an analyzer, and a project without it would have no catalog.
        File.WriteAllText(Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup Condition="{(usesSdk ? "true" : "false")}">
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Reference Include="{Path.Combine(binaries, "Agnt5.dll")}" />
                <Analyzer Include="{Path.Combine(GeneratorFolder(binaries), "Agnt5.Generators.dll")}" />
              </ItemGroup>
              <ItemGroup Condition="'$(WithAnalyzers)' == 'true'">
                <Analyzer Include="{Path.Combine(binaries, "Agnt5.Analyzers.dll")}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Usings.cs"), Sources.Usings);
        for (var file = 0; file < Files; file++)
            File.WriteAllText(Path.Combine(folder, $"Plain{file}.cs"), Sources.Plain(file));
        for (var file = 0; usesSdk && file < WorkflowFiles; file++)
            File.WriteAllText(Path.Combine(folder, $"Orders{file}.cs"), Sources.Workflows(file));
    }

    // The generator is not copied next to this program, since nothing here refers to it.
    private static string GeneratorFolder(string binaries)
    {
        var configuration = binaries.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        return Path.Combine(RepositoryRoot.Folder, "generators", "Agnt5.Generators", "bin", configuration, "netstandard2.0");
    }

    private static async Task<(double Seconds, double Analyzers)> BuildAsync(string folder, bool withAnalyzers)
    {
        var watch = Stopwatch.StartNew();
        var output = await RunAsync(folder, "build", "--no-restore", "--no-incremental", "-v:d", "-p:ReportAnalyzer=true", $"-p:WithAnalyzers={(withAnalyzers ? "true" : "false")}");
        var seconds = watch.Elapsed.TotalSeconds;
        return (seconds, Reported().Match(output) is { Success: true } row ? double.Parse(row.Groups["seconds"].Value, CultureInfo.InvariantCulture) : 0);
    }

    // A row of the compiler's report: seconds, percent, assembly.
    [GeneratedRegex(@"<?(?<seconds>\d+\.\d+)\s+<?\d+\s+Agnt5\.Analyzers, Version", RegexOptions.CultureInvariant)]
    private static partial Regex Reported();

    private static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output[^Math.Min(output.Length, 4000)..]}");
    }
}

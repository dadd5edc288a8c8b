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

    /// <summary>The seconds of the builds, and the processor time inside the analyzers, in each round.</summary>
    public sealed record Cost(IReadOnlyList<double> With, IReadOnlyList<double> Without, IReadOnlyList<double> Analyzers)
    {
        /// <summary>What the builds with them take longer: the median of the rounds.</summary>
        public double Added => Numbers.Median([.. With.Zip(Without, static (one, other) => (one - other) / other)]);
    }

    /// <param name="usesSdk">Whether some of the files are workflows.</param>
    /// <param name="rounds">How many times each of the two is built.</param>
    /// <param name="withPackage">Whether all of the package is in one build and none of it in the other: the generator too, and the SDK itself where no file uses it.</param>
    public static async Task<Cost> MeasureAsync(bool usesSdk, int rounds, bool withPackage = false)
    {
        var folder = Directory.CreateTempSubdirectory("agnt5-cost-").FullName;
        try
        {
            Write(folder, usesSdk, withPackage);
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

            return new(with, without, share);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task PrintAsync(bool usesSdk, int rounds)
    {
        var cost = await MeasureAsync(usesSdk, rounds);
        Console.WriteLine($"A project of {Files} files {(usesSdk ? $"with {WorkflowFiles} files of workflows" : "that does not use the SDK")}, {rounds} rounds");
        Console.WriteLine($"  build without analyzers      {Numbers.Median(cost.Without):0.00} s");
        Console.WriteLine($"  build with analyzers         {Numbers.Median(cost.With):0.00} s, {cost.Added:+0.0%;-0.0%} (median of the rounds)");
        Console.WriteLine($"  time inside the analyzers    {Numbers.Median(cost.Analyzers):0.000} s of processor time, as the compiler reports it");
    }

    private static void Write(string folder, bool usesSdk, bool withPackage)
    {
        var binaries = AppContext.BaseDirectory;
        // Where the analyzers are measured, the generator is in both builds: it is not an analyzer, and a project without it would have no catalog.
        const string isMeasured = "'$(WithAnalyzers)' == 'true'";
        File.WriteAllText(Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup Condition="{(usesSdk || withPackage ? "true" : "false")}">
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
              </ItemGroup>
              <ItemGroup Condition="{(usesSdk ? "true" : withPackage ? isMeasured : "false")}">
                <Reference Include="{Path.Combine(binaries, "Agnt5.dll")}" />
              </ItemGroup>
              <ItemGroup Condition="{(withPackage ? isMeasured : usesSdk ? "true" : "false")}">
                <Analyzer Include="{Path.Combine(GeneratorFolder(binaries), "Agnt5.Generators.dll")}" />
              </ItemGroup>
              <ItemGroup Condition="{isMeasured}">
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

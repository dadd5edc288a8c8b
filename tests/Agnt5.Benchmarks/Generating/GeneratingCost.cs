using System.Diagnostics;
using Agnt5.AnalysisCost;
using Microsoft.CodeAnalysis;

namespace Agnt5.Benchmarks.Generating;

/// <summary>
/// Prints what generator and analyzers cost an editor and a build: medians over repeated edits. Each edit is made and parsed before the clock starts, because an editor parses it either way.
/// </summary>
internal static class GeneratingCost
{
    private const int Components = 1000;
    private const int Edits = 15;
    private const int ColdRuns = 7;
    private const int WarmUps = 3;

    public static async Task RunAsync(bool withBuilds)
    {
        Console.WriteLine($"The machine's load before: {Load()}; {Environment.ProcessorCount} processors");
        Console.WriteLine($"The generator, {Components} components, medians of {Edits} edits and {ColdRuns} cold runs:");
        PrintGenerator();
        Console.WriteLine("The analyzers:");
        await PrintAnalyzersAsync();
        if (withBuilds)
        {
            Console.WriteLine("Builds of 1000 files, generator and analyzers against none, in turns:");
            await PrintBuildAsync("100 files of workflows", usesSdk: true);
            await PrintBuildAsync("package referenced, not used", usesSdk: false);
        }

        Console.WriteLine($"The machine's load after: {Load()}");
    }

    private static void PrintGenerator()
    {
        var project = new GeneratorProject(ComponentSources.Create(Components));
        GeneratedOutput.ThrowUnlessComplete(project, Components);
        var editor = new EditedProject(ComponentSources.Create(Components));
        Print("an edit inside a body of another file", Repeat(() => editor.Measure(editor.EditOtherBody)));
        Print("an edit inside a component's body", Repeat(() => editor.Measure(editor.EditComponentBody)));
        Print("a method added in another file", Repeat(() => editor.Measure(editor.AddMethod)));
        Print("a type added in another file", Repeat(() => editor.Measure(editor.AddType)));
        Print("a component's description changed", Repeat(() => editor.Measure(editor.ChangeDescription)));
        Print("a member of a component's type changed", Repeat(() => editor.Measure(editor.ChangeType)));
        Print("a component added", Repeat(() => editor.Measure(editor.AddComponent)));
        Print("cold", Enumerable.Range(0, ColdRuns).Select(_ => Cold()));
    }

    private static IEnumerable<TimeSpan> Repeat(Func<TimeSpan> measure)
    {
        for (var i = 0; i < WarmUps; i++)
            measure();
        return [.. Enumerable.Range(0, Edits).Select(_ => measure())];
    }

    // New sources each time, because the generator may remember what it read from a file.
    private static TimeSpan Cold()
    {
        var compilation = new GeneratorProject(ComponentSources.Create(Components)).Compilation;
        var driver = GeneratorProject.CreateDriver();
        GC.Collect();
        var watch = Stopwatch.StartNew();
        driver.RunGenerators(compilation);
        return watch.Elapsed;
    }

    private static async Task PrintAnalyzersAsync()
    {
        var keystroke = await KeystrokeCost.MeasureAsync(rounds: 20);
        Print($"all analyzers at a key stroke in a file of {keystroke.Lines} lines", keystroke.Times.Values.Select(static times => Numbers.Median(times)).Sum(), "");
        foreach (var (analyzer, times) in keystroke.Times.OrderByDescending(static pair => Numbers.Median(pair.Value)).Take(5))
            Print($"  of these {analyzer.GetType().Name}", Numbers.Median(times), "");
    }

    private static async Task PrintBuildAsync(string name, bool usesSdk)
    {
        var cost = await BuildCost.MeasureAsync(usesSdk, rounds: 5, withPackage: true);
        Console.WriteLine($"  {name,-58} {cost.Added,+8:+0.0%;-0.0%}   ({Numbers.Median(cost.Without):0.00} s without, {Numbers.Median(cost.With):0.00} s with)");
    }

    private static void Print(string name, IEnumerable<TimeSpan> times)
    {
        var measured = times.Select(static time => time.TotalMilliseconds).ToList();
        Print(name, Numbers.Median(measured), $"   (from {measured.Min():0.0} to {measured.Max():0.0})");
    }

    private static void Print(string name, double milliseconds, string more) => Console.WriteLine($"  {name,-58} {milliseconds,8:0.0} ms{more}");

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";
}

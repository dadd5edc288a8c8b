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
    private const int WarmUps = 6;

    /// <summary>Prints the time of each stage of the generator after a component's type changed, the longest first.</summary>
    public static void PrintStages()
    {
        var editor = new EditedProject(ComponentSources.Create(Components), trackSteps: true);
        RunCost whole = default;
        for (var round = 0; round < WarmUps + Edits; round++)
            whole = editor.Measure(editor.ChangeType);
        foreach (var (stage, time) in editor.Stages().OrderByDescending(static stage => stage.Time))
            Console.WriteLine($"  {time.TotalMilliseconds,8:0.0} ms  {stage}");
        Console.WriteLine($"  {whole.Time.TotalMilliseconds,8:0.0} ms  in all, with the compiler's own work");
    }

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
        (string Name, Action Edit)[] edits =
        [
            ("an edit inside a body of another file", editor.EditOtherBody),
            ("an edit inside a component's body", editor.EditComponentBody),
            ("a method added in another file", editor.AddMethod),
            ("a type added in another file", editor.AddType),
            ("a component's description changed", editor.ChangeDescription),
            ("a member of a component's type changed", editor.ChangeType),
            ("a component added", editor.AddComponent),
        ];
        // In turns, so that other work on the machine slows all of them down. The first rounds compile the generator itself.
        var times = edits.ToDictionary(static edit => edit.Name, static _ => new List<RunCost>());
        for (var round = -WarmUps; round < Edits; round++)
            foreach (var (name, edit) in edits)
                if (editor.Measure(edit) is var cost && round >= 0)
                    times[name].Add(cost);
        foreach (var (name, _) in edits)
            Print(name, times[name]);
        Print("cold", Enumerable.Range(0, ColdRuns).Select(_ => Cold()));
    }

    // New sources each time, because the generator may remember what it read from a file.
    private static RunCost Cold()
    {
        var compilation = new GeneratorProject(ComponentSources.Create(Components)).Compilation;
        var driver = GeneratorProject.CreateDriver();
        GC.Collect();
        return RunCost.Of(() => driver.RunGenerators(compilation));
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

    private static void Print(string name, IEnumerable<RunCost> runs)
    {
        var costs = runs.ToList();
        var times = costs.ConvertAll(static cost => cost.Time.TotalMilliseconds);
        var processor = Numbers.Median(costs.ConvertAll(static cost => cost.Processor.TotalMilliseconds));
        Print(name, Numbers.Median(times), $"   (from {times.Min():0.0} to {times.Max():0.0}; processor time {processor:0.0})");
    }

    private static void Print(string name, double milliseconds, string more) => Console.WriteLine($"  {name,-58} {milliseconds,8:0.0} ms{more}");

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";
}

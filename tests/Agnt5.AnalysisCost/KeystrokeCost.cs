using System.Collections.Immutable;
using Agnt5.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.AnalysisCost;

/// <summary>Analyzes one file of about 500 lines again and again, each time after an edit and in a new compilation, as an editor does.</summary>
internal static class KeystrokeCost
{
    private const int Classes = 7;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ComponentRuleAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The milliseconds of each analyzer, and of the whole program, in each round.</summary>
    public sealed record Cost(int Lines, IReadOnlyDictionary<DiagnosticAnalyzer, List<double>> Times, IReadOnlyCollection<double> Processor);

    public static async Task<Cost> MeasureAsync(int rounds)
    {
        var times = Analyzers.ToDictionary(static analyzer => analyzer, static _ => new List<double>());
        var processor = new List<double>();
        var text = Text();
        var compilation = Compile(text);
        // The first rounds compile the analyzers themselves.
        for (var round = -5; round < rounds; round++)
        {
            var edited = CSharpSyntaxTree.ParseText(text.Replace("too many", $"too many {round}", StringComparison.Ordinal), path: "Edited.cs");
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], edited);
            var run = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            var before = Environment.CpuUsage.TotalTime;
            await run.GetAnalyzerSyntaxDiagnosticsAsync(edited, CancellationToken.None);
            await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(edited), null, CancellationToken.None);
            if (round >= 0)
                processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            foreach (var analyzer in Analyzers)
            {
                var telemetry = await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
                if (round >= 0)
                    times[analyzer].Add(telemetry.ExecutionTime.TotalMilliseconds);
            }
        }

        return new(text.Count(static letter => letter == '\n'), times, processor);
    }

    public static async Task PrintAsync(int rounds)
    {
        var (lines, times, processor) = await MeasureAsync(rounds);
        Console.WriteLine($"One file of {lines} lines after an edit, {rounds} rounds, in milliseconds");
        Console.WriteLine($"  {"least",8} {"median",8} {"worst",8}");
        foreach (var (analyzer, measured) in times.OrderByDescending(static pair => Numbers.Median(pair.Value)))
            Console.WriteLine(
                $"  {measured.Min(),8:0.00} {Numbers.Median(measured),8:0.00} {measured.Max(),8:0.00}  {analyzer.GetType().Name}  "
                + $"{string.Join(" ", analyzer.SupportedDiagnostics.Select(static rule => rule.Id).Distinct())}");
        // On a busy machine the least time is the one to compare: other work only adds to it.
        Console.WriteLine($"  {times.Values.Sum(static measured => measured.Min()),8:0.00} {times.Values.Sum(Numbers.Median),8:0.00}           all");
        Console.WriteLine($"  {processor.Min(),8:0.00} {Numbers.Median(processor),8:0.00} {processor.Max(),8:0.00}  processor time of the program in a round, the compiler's included");
    }

    private static string Text()
    {
        var files = Enumerable.Range(0, Classes).Select(Sources.Workflows).Append(Sources.Plain(0)).ToArray();
        var members = files.Select(static file => file[(file.IndexOf("namespace App;", StringComparison.Ordinal) + "namespace App;".Length)..]);
        return $"using Agnt5;\nusing Microsoft.Extensions.Logging;\n\nnamespace App;\n{string.Concat(members)}";
    }

    private static CSharpCompilation Compile(string text)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
        var others = Enumerable.Range(1, Classes - 1).Select(static number => CSharpSyntaxTree.ParseText(Sources.Plain(number)));
        var compilation = CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText(text, path: "Edited.cs"), CSharpSyntaxTree.ParseText(Sources.Usings), .. others],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error
            ? throw new InvalidOperationException($"The source to measure does not compile: {error}")
            : compilation;
    }
}

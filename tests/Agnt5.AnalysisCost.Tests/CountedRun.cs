extern alias sdk;

using System.Collections.Immutable;
using Agnt5.Analyzers;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.AnalysisCost.Tests;

/// <summary>Runs all rules over some code, one after the other, so that the same code always makes the same work.</summary>
internal static class CountedRun
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    // With a test framework among its references, the code would be a test project, in which the rules of hosting do no work.
    private static readonly string[] OfTests = ["Agnt5", "xunit", "Microsoft.TestPlatform", "Microsoft.VisualStudio.TestPlatform", "Microsoft.Testing"];

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "App",
        [CSharpSyntaxTree.ParseText(Sources.Usings)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !OfTests.Any(Path.GetFileName(path).StartsWith))
            .Append(typeof(sdk::Agnt5.WorkflowAttribute).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path)),
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    public static async Task<IReadOnlyDictionary<WorkKind, long>> OfAsync(IEnumerable<string> files)
    {
        var compilation = Empty.AddSyntaxTrees(files.Select(static file => CSharpSyntaxTree.ParseText(file)));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Exception? crash = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => crash = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);

        Work.Take();
        await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();

        Assert.Null(crash);
        return Work.Take();
    }
}

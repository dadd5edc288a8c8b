using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>A compilation of user code with Agnt5 referenced, and a run of every analyzer of the package over it.</summary>
internal static class CompilerRun
{
    public const string Path = "/src/Components.cs";

    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks", "Agnt5",
    ];

    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(path => !System.IO.Path.GetFileName(path).StartsWith("Agnt5", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<MetadataReference> Agnt5 =
    [
        MetadataReference.CreateFromFile(typeof(WorkflowAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(ServerlessHost).Assembly.Location),
    ];

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(Rules).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What user code sees of .NET and of Agnt5.</summary>
    public static IEnumerable<MetadataReference> References => [.. Platform, .. Agnt5];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13);

    private static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    public static CSharpCompilation Compile(string source, string assemblyName = "App", bool referencesAgnt5 = true, params MetadataReference[] references)
    {
        return CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(source, ParseOptions, Path), CSharpSyntaxTree.ParseText(GlobalUsings(referencesAgnt5), ParseOptions, "/src/GlobalUsings.cs")],
            [.. Platform, .. references, .. referencesAgnt5 ? Agnt5 : []],
            OptionsFor(source));
    }

    /// <summary>How source is compiled. With top-level statements it is a program.</summary>
    public static CSharpCompilationOptions OptionsFor(string source) =>
        SyntaxFactory.ParseCompilationUnit(source, options: ParseOptions).Members.Any(SyntaxKind.GlobalStatement)
            ? Options.WithOutputKind(OutputKind.ConsoleApplication)
            : Options;

    public static string GlobalUsings(bool referencesAgnt5 = true) =>
        string.Concat(ImplicitUsings.Where(name => referencesAgnt5 || name != nameof(Agnt5)).Select(name => $"global using global::{name};\n"));

    /// <summary>What the analyzers report. Source that does not compile is a mistake in the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Exception? crash = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => crash = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Null(crash);
        return diagnostics;
    }
}

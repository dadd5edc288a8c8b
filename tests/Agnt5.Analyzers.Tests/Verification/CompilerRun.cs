extern alias generators;

using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Generator = generators::Agnt5.Generators.ComponentGenerator;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>A compilation of user code with Agnt5 referenced, and a run of the package's analyzers over it.</summary>
internal static class CompilerRun
{
    public const string Path = "/src/Components.cs";

    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks", "Agnt5",
    ];

    // What this test project references, and user code does not: Agnt5 is added where it is meant, and with a test framework the source would be a test project.
    private static readonly string[] OfTests = ["Agnt5", "xunit", "Microsoft.TestPlatform", "Microsoft.VisualStudio.TestPlatform", "Microsoft.Testing"];

    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(path => !OfTests.Any(System.IO.Path.GetFileName(path).StartsWith))
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

    /// <summary>The assemblies of .NET and Agnt5 that user code sees.</summary>
    public static IEnumerable<MetadataReference> References => [.. Platform, .. Agnt5];

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13);

    private static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    // Most sources are compiled into one of these two, so that the hundreds of assemblies that they reference are bound once.
    private static readonly CSharpCompilation WithAgnt5 = Empty([.. Platform, .. Agnt5]);
    private static readonly CSharpCompilation WithoutAgnt5 = Empty(Platform);

    public static CSharpCompilation Compile(string source, string assemblyName = "App", bool referencesAgnt5 = true, params MetadataReference[] references)
    {
        var empty = references.Length == 0 ? referencesAgnt5 ? WithAgnt5 : WithoutAgnt5 : Empty([.. Platform, .. references, .. referencesAgnt5 ? Agnt5 : []]);
        return empty
            .WithAssemblyName(assemblyName)
            .WithOptions(OptionsFor(source))
            .AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(source, ParseOptions, Path),
                CSharpSyntaxTree.ParseText(GlobalUsings(referencesAgnt5), ParseOptions, "/src/GlobalUsings.cs"));
    }

    /// <summary>How source is compiled. With top-level statements it is a program.</summary>
    public static CSharpCompilationOptions OptionsFor(string source) =>
        SyntaxFactory.ParseCompilationUnit(source, options: ParseOptions).Members.Any(SyntaxKind.GlobalStatement)
            ? Options.WithOutputKind(OutputKind.ConsoleApplication)
            : Options;

    public static string GlobalUsings(bool referencesAgnt5 = true) =>
        string.Concat(ImplicitUsings.Where(name => referencesAgnt5 || name != nameof(Agnt5)).Select(name => $"global using global::{name};\n"));

    // The compiler's error for a method without a body that the generator cannot add. AGT1009 says more, where the compiler runs analyzers.
    private static readonly string[] MissingBody = ["CS0501", "CS0751", "CS8795", "CS8796"];

    /// <summary>The source with the generator's output.</summary>
    /// <param name="isSilenced">Whether the settings may keep a rule from reporting what is left out, so that the generator does.</param>
    public static CSharpCompilation Generate(CSharpCompilation compilation, bool isSilenced = false)
    {
        CSharpGeneratorDriver.Create([new Generator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        Assert.DoesNotContain(diagnostics, diagnostic => !isSilenced || diagnostic.Id != RuleIds.LeftOut);
        return (CSharpCompilation)generated;
    }

    /// <summary>Returns the findings of all analyzers. Source that does not compile is a mistake in the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation) => AnalyzeAsync(compilation, Analyzers);

    /// <summary>Returns the findings of one rule. Only the analyzers that report it run.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, string ruleId)
    {
        var diagnostics = await AnalyzeAsync(compilation, [.. Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == ruleId))]);
        return [.. diagnostics.Where(diagnostic => diagnostic.Id == ruleId)];
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var errors = ErrorsOf(compilation);
        // Agents without a body have one when analyzers see them, as in a build.
        if (errors.Any(error => error.Id == "CS8795"))
            errors = ErrorsOf(compilation = Generate(compilation, isSilenced: true));
        Assert.DoesNotContain(errors, error => !IsOfAgentWithoutBody(error));
        Exception? crash = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], ProjectProperties.In(compilation)),
            onAnalyzerException: (exception, _, _) => crash = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Null(crash);
        return diagnostics;
    }

    private static CSharpCompilation Empty(ImmutableArray<MetadataReference> references) => CSharpCompilation.Create("App", references: references, options: Options);

    private static Diagnostic[] ErrorsOf(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    private static bool IsOfAgentWithoutBody(Diagnostic error) =>
        MissingBody.Contains(error.Id)
        && error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.AttributeLists.ToString().Contains("[Agent", StringComparison.Ordinal);
}

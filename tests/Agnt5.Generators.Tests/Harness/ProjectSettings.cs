using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>The settings of a project that decide what its analyzers report, read as the compiler reads them.</summary>
internal sealed record ProjectSettings
{
    /// <summary>An .editorconfig beside the sources, or a .globalconfig if it begins with <c>is_global</c>.</summary>
    public string Config { get; init; } = "";

    /// <summary>The ids in <c>NoWarn</c>.</summary>
    public IReadOnlyList<string> NoWarn { get; init; } = [];

    /// <summary>Whether warnings are errors.</summary>
    public bool TreatWarningsAsErrors { get; init; }

    /// <summary>What the generator reports.</summary>
    public ImmutableArray<Diagnostic> Report(params string[] sources)
    {
        var project = new ProjectUnderTest(sources);
        var config = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(Config, Config.StartsWith("is_global", StringComparison.Ordinal) ? "/src/.globalconfig" : "/src/.editorconfig") });
        var options = project.Compile().Options
            .WithGeneralDiagnosticOption(TreatWarningsAsErrors ? ReportDiagnostic.Error : ReportDiagnostic.Default)
            .WithSpecificDiagnosticOptions(NoWarn.Select(static id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)))
            .WithSyntaxTreeOptionsProvider(new Severities(config));
        var compilation = CSharpCompilation.Create(
            "My.App",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, project.ParseOptions, $"/src/Source{index}.cs")),
            project.Compile().References,
            options);
        CSharpGeneratorDriver.Create([new ComponentGenerator().AsSourceGenerator()], parseOptions: project.ParseOptions, optionsProvider: new Options(config))
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out var reported);
        return reported;
    }

    private sealed class Severities(AnalyzerConfigSet config) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            config.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions.TryGetValue("generated_code", out var generated)
                ? generated == "true" ? GeneratedKind.MarkedGenerated : GeneratedKind.NotGenerated
                : GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class Options(AnalyzerConfigSet config) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(config.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(config.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}

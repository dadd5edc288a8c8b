using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>An .editorconfig beside the source, read as the compiler reads it.</summary>
internal static class EditorConfig
{
    public static CSharpCompilation WithEditorConfig(this CSharpCompilation compilation, string text) =>
        With(compilation, AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(text, "/src/.editorconfig") }));

    public static CSharpCompilation With(CSharpCompilation compilation, AnalyzerConfigSet config) =>
        compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new SeverityProvider(config)));

    private sealed class SeverityProvider(AnalyzerConfigSet config) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            config.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}

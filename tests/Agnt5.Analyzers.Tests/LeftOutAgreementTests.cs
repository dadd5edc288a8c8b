extern alias generators;

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Generator = generators::Agnt5.Generators.ComponentGenerator;

namespace Agnt5.Analyzers.Tests;

/// <summary>
/// Whatever the settings, each component that is left out is reported as an error: by an analyzer at its place, or by the generator (AGT1015). Never by both, and never by neither. The
/// analyzers run as the compiler runs them, so this holds what the generator believes of settings against what they do.
/// </summary>
public sealed partial class LeftOutAgreementTests
{
    // As many as a report names.
    private const int Declarations = 20;

    public static TheoryData<string> Configs =>
    [
        "[*.cs]",
        "[*.cs]\ndotnet_analyzer_diagnostic.severity = suggestion",
        "[*.cs]\ndotnet_analyzer_diagnostic.severity = warning",
        "[*.cs]\ndotnet_analyzer_diagnostic.category-Agnt5.Declarations.severity = none",
        "[*.cs]\ndotnet_analyzer_diagnostic.category-Agnt5.Types.severity = warning\ndotnet_analyzer_diagnostic.severity = none",
        "[*.cs]\ndotnet_analyzer_diagnostic.severity = suggestion\ndotnet_diagnostic.AGT1001.severity = error\ndotnet_diagnostic.AGT1004.severity = error",
        "[*.cs]\ndotnet_diagnostic.AGT1001.severity = none\ndotnet_diagnostic.AGT1005.severity = warning\ndotnet_diagnostic.AGT2001.severity = suggestion",
        "is_global = true\ndotnet_diagnostic.AGT1004.severity = none\ndotnet_diagnostic.AGT3002.severity = warning",
    ];

    [Theory]
    [MemberData(nameof(Configs))]
    public async Task What_is_left_out_is_told_once(string text)
    {
        var config = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(text, text.StartsWith("is_global", StringComparison.Ordinal) ? "/src/.globalconfig" : "/src/.editorconfig") });
        var toldByGenerator = 0;
        for (var seed = 100; seed < 104; seed++)
        {
            var compilation = EditorConfig.With(CompilerRun.Compile(new RandomDeclarations(seed).NextFile(Declarations)), config);
            var options = new ConfigOptions(config);
            CSharpGeneratorDriver.Create([new Generator().AsSourceGenerator()], parseOptions: CompilerRun.ParseOptions, optionsProvider: options)
                .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var reported);
            var findings = await generated
                .WithAnalyzers(CompilerRun.Analyzers, new AnalyzerOptions([], options))
                .GetAnalyzerDiagnosticsAsync();
            var known = Shared.KnownSymbols.Of(compilation)!;
            var emitted = Agreement.EmittedIn(generated).ToHashSet();
            var named = Named().Matches(reported.SingleOrDefault()?.GetMessage(CultureInfo.InvariantCulture) ?? "").Select(match => match.Groups[1].Value.Split('.')[^1].Split('<')[0]).ToHashSet();

            foreach (var component in Agreement.Declared(compilation).DistinctBy(component => component.Method, SymbolEqualityComparer.Default))
            {
                var isTold = findings.Any(finding => component.IsRejectedBy(finding) || component.HasFrom(finding, known));
                var isNamed = named.Contains(component.Method.Name);
                Assert.True((isTold, isNamed) is not (true, true), $"seed {seed}: {component.Identity} is told twice");
                Assert.True(isTold || isNamed || emitted.Contains(component.Identity), $"seed {seed}: nothing tells that {component.Identity} is left out");
                Assert.False(isNamed && IsUnique(component) && emitted.Contains(component.Identity), $"seed {seed}: {component.Identity} is not left out");
                toldByGenerator += isNamed ? 1 : 0;
            }

            bool IsUnique(DeclaredComponent component) => Agreement.Declared(compilation).Count(other => other.Identity == component.Identity) == 1;
        }

        Assert.Equal(text != "[*.cs]", toldByGenerator > 0);
    }

    [GeneratedRegex(@"'([^':]+)' \(AGT")]
    private static partial Regex Named();

    private sealed class ConfigOptions(AnalyzerConfigSet config) : AnalyzerConfigOptionsProvider
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

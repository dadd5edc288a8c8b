using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The properties of the project that source is compiled in, as a comment in it gives them: <c>// build_property.Agnt5RuntimeIdentifiers = linux-x64,browser-wasm</c>.</summary>
internal sealed class ProjectProperties : AnalyzerConfigOptionsProvider
{
    private static readonly Regex Property = new(@"^// (?<name>build_property\.\w+) = (?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline);

    private ProjectProperties(IReadOnlyDictionary<string, string> values) => GlobalOptions = new Values(values);

    public override AnalyzerConfigOptions GlobalOptions { get; }

    public static ProjectProperties In(CSharpCompilation compilation) => new(
        compilation.SyntaxTrees.SelectMany(tree => Property.Matches(tree.ToString()))
            .ToDictionary(property => property.Groups["name"].Value, property => property.Groups["value"].Value.Trim(), StringComparer.Ordinal));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}

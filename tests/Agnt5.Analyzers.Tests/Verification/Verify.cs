using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>Compares what all analyzers report together with what is marked, so that a second finding for one cause fails too.</summary>
internal static class Verify
{
    public static async Task FindsAsync(string marked, params MetadataReference[] references)
    {
        var source = MarkedSource.Parse(marked);
        var diagnostics = await CompilerRun.AnalyzeAsync(CompilerRun.Compile(source.Text, references: references));
        var found = diagnostics
            .Where(diagnostic => !IsCommon(diagnostic) || source.Expected.Any(expected => expected.Id == diagnostic.Id))
            .Select(diagnostic => new Finding(diagnostic.Id, diagnostic.Location.SourceSpan));
        Assert.Equal(Describe(source.Expected, source.Text), Describe(found, source.Text));
    }

    /// <summary>The message of the only finding.</summary>
    public static async Task<string> MessageAsync(string source, params MetadataReference[] references)
    {
        var diagnostics = await CompilerRun.AnalyzeAsync(CompilerRun.Compile(source, references: references));
        return Assert.Single(diagnostics, static diagnostic => !IsCommon(diagnostic)).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a finding is about a collection without an upper bound, which most samples have. Only the samples of that rule mark them.</summary>
    public static bool IsCommon(Diagnostic diagnostic) => diagnostic.Id == RuleIds.UnboundedCollection;

    private static string[] Describe(IEnumerable<Finding> findings, string text) =>
    [
        .. findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .Select(finding => $"{finding.Id} at {finding.Span.Start}: {text.Substring(finding.Span.Start, finding.Span.Length)}"),
    ];
}

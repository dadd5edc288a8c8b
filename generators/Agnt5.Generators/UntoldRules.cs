using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.Generators;

/// <summary>
/// Finds what is left out while no analyzer reports it as an error, so that the build would be green without it. Settings decide that: they switch analyzers off, make rules less
/// severe, or keep them out of a file or a declaration. The compiler itself answers for the settings that it knows, and this class for those that only analyzers follow.
/// </summary>
internal sealed class UntoldRules
{
    private readonly Compilation _compilation;
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly CancellationToken _cancellationToken;

    private UntoldRules(Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _options = options;
        _cancellationToken = cancellationToken;
    }

    /// <summary>What no analyzer reports.</summary>
    public static EquatableArray<LeftOut> Of(EquatableArray<LeftOut> leftOut, Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        if (leftOut.Count == 0 || !AnalyzersRun(options))
            return leftOut;
        var rules = new UntoldRules(compilation, options, cancellationToken);
        return leftOut.Where(left => left.IsGenerated || !left.Rules.Any(rules.IsReported)).ToEquatableArray();
    }

    // Agnt5.targets hands this on. Where nothing does, nothing switches analyzers off.
    private static bool AnalyzersRun(AnalyzerConfigOptionsProvider options) =>
        !options.GlobalOptions.TryGetValue("build_property.Agnt5AnalyzersRun", out var run) || !run.Equals("false", StringComparison.OrdinalIgnoreCase);

    private bool IsReported(BrokenRule rule)
    {
        var location = LocationOf(rule);
        return (location.SourceTree is not { } tree || (!IsGenerated(tree) && !IsSoftened(rule.Id, tree))) && IsErrorAt(rule.Id, location);
    }

    private Location LocationOf(BrokenRule rule)
    {
        if (rule.Declaration is { } declaration)
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(declaration, _compilation)?.Locations[0] ?? Location.None;
        return _compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == rule.File) is { } tree
            ? Location.Create(tree, Within(tree, rule))
            : Location.None;
    }

    // While somebody types, the place may be of an earlier and longer text.
    private static TextSpan Within(SyntaxTree tree, BrokenRule rule) => TextSpan.FromBounds(Math.Min(rule.Start, tree.Length), Math.Min(rule.Start + rule.Length, tree.Length));

    private bool IsGenerated(SyntaxTree tree) => _compilation.Options.SyntaxTreeOptionsProvider?.IsGenerated(tree, _cancellationToken) switch
    {
        GeneratedKind.MarkedGenerated => true,
        GeneratedKind.NotGenerated => false,
        _ => GeneratedFile.Is(tree),
    };

    // NoWarn, .editorconfig, .globalconfig, #pragma and [SuppressMessage], each for one rule.
    private bool IsErrorAt(string id, Location location)
    {
        var report = Diagnostic.Create(id, RuleIds.CategoryOf(id), id, DiagnosticSeverity.Error, DiagnosticSeverity.Error, isEnabledByDefault: true, warningLevel: 0, location: location);
        return CompilationWithAnalyzers.GetEffectiveDiagnostics([report], _compilation).Any(static effective => effective is { Severity: DiagnosticSeverity.Error, IsSuppressed: false });
    }

    // The severity of a whole category, or of all analyzers. A setting for the rule itself wins over both.
    private bool IsSoftened(string id, SyntaxTree tree)
    {
        var settings = _compilation.Options.SyntaxTreeOptionsProvider;
        if (_compilation.Options.SpecificDiagnosticOptions.ContainsKey(id)
            || settings?.TryGetDiagnosticValue(tree, id, _cancellationToken, out _) is true
            || settings?.TryGetGlobalDiagnosticValue(id, _cancellationToken, out _) is true)
            return false;
        var options = _options.GetOptions(tree);
        return (options.TryGetValue($"dotnet_analyzer_diagnostic.category-{RuleIds.CategoryOf(id)}.severity", out var severity)
                || options.TryGetValue("dotnet_analyzer_diagnostic.severity", out severity))
            && severity.Trim().ToLowerInvariant() switch
            {
                "none" or "silent" or "refactoring" or "suggestion" => true,
                "warning" => _compilation.Options.GeneralDiagnosticOption != ReportDiagnostic.Error,
                _ => false,
            };
    }
}

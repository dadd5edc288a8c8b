using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// Silences the rules of other analyzers that ask for <c>ConfigureAwait(false)</c>, in the code of workflows and agents, where AGT4013 warns of it. Step bodies and all other code
/// keep those rules.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigureAwaitSuppressor : DiagnosticSuppressor
{
    private const string Reason = "The code of a workflow or agent must stay on the workflow's thread (AGT4013).";

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ByRule = new SuppressionDescriptor[]
    {
        new("AGTS001", "CA2007", Reason),
        new("AGTS002", "MA0004", Reason),
        new("AGTS003", "VSTHRD111", Reason),
        new("AGTS004", "RCS1090", Reason),
    }.ToImmutableDictionary(static suppression => suppression.SuppressedDiagnosticId, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. ByRule.Values.OrderBy(static suppression => suppression.Id, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (KnownSymbols.Of(context.Compilation) is not { WorkflowContext: not null } known)
            return;
        var code = ReplayedCode.Of(context.Compilation, known);
        foreach (var diagnostic in context.ReportedDiagnostics)
            if (diagnostic.Location.SourceTree is { } tree
                && ByRule.TryGetValue(diagnostic.Id, out var suppression)
                && code.Contains(NodeAt(diagnostic.Location, tree, context.CancellationToken), context.GetSemanticModel(tree), context.CancellationToken))
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
    }

    private static SyntaxNode NodeAt(Location location, SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
}

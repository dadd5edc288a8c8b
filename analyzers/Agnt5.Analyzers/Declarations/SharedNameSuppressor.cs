using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>
/// Silences CS0436 at <c>Agnt5Components</c>. Two projects that share a root namespace have a class of that name each, both of them generated, and the compiler takes the one that is
/// meant: the project's own, which includes the other's components.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedNameSuppressor : DiagnosticSuppressor
{
    private const string Generated = "Agnt5Components";

    private static readonly SuppressionDescriptor OwnIsMeant = new(
        "AGTS0436", "CS0436", "The project's own Agnt5Components is meant, which includes the components of the projects that it references.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [OwnIsMeant];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var warning in context.ReportedDiagnostics)
            if (NodeOf(warning.Location, context.CancellationToken) is SimpleNameSyntax { Identifier.ValueText: Generated })
                context.ReportSuppression(Suppression.Create(OwnIsMeant, warning));
    }

    private static SyntaxNode? NodeOf(Location location, CancellationToken cancellationToken) =>
        location.SourceTree?.GetRoot(cancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
}

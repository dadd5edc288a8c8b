using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>AGT5001: reads the secret from the environment. A constant or variable is left to the user, since the text stays in the source where it is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralSecretFix)), Shared]
public sealed class LiteralSecretFix() : RemedyProvider(RuleIds.LiteralSecret)
{
    private const string Variable = "AGNT5_SERVERLESS_SIGNING_SECRET";

    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax secret
            || model.Compilation.GetTypeByMetadataName("System.Environment") is not { } environment)
            return null;

        // A list of secrets takes no null. A blank entry counts as absent.
        var isEntry = secret.Ancestors().Any(static node => node is AnonymousFunctionExpressionSyntax or CollectionExpressionSyntax or InitializerExpressionSyntax)
            && secret.Ancestors().OfType<AssignmentExpressionSyntax>().First().Left is var option
            && model.GetSymbolInfo(option, cancellationToken).Symbol?.Name is "SigningSecretResolver" or "RequestSigningSecretResolver";
        return new(
            $"Read the secret from {Variable}",
            "Read the secret from the environment",
            [new ReadEnvironment(document.Id, secret.Span, environment, Variable, isEntry)]);
    }
}

using System.Composition;
using Agnt5.CodeFixes.Declarations;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3001: removes the batch declaration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchFix)), Shared]
public sealed class BatchFix() : RemedyProvider(RuleIds.BatchDeclared)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        // An attribute of a referenced assembly may bring more than the batch declaration.
        return root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
            && model.GetTypeInfo(attribute, cancellationToken).Type?.ToDisplayString() == KnownNames.AttributeOf(PolicyKind.Batch)
                ? await RemoveAttributeRemedy.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                : null;
    }
}

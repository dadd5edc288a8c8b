using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3006: lets the runs of the singleton queue.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SingletonModeFix)), Shared]
public sealed class SingletonModeFix() : RemedyProvider(RuleIds.SingletonMode)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        // If an attribute of a referenced assembly brings the policy, the finding is at that attribute.
        if (root.FindNode(diagnostic.Location.SourceSpan) is not AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } argument)
            return null;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return argument.Expression is MemberAccessExpressionSyntax mode && model.GetSymbolInfo(mode.Expression, cancellationToken).Symbol is INamedTypeSymbol { TypeKind: TypeKind.Enum }
            ? new("Let the runs queue", "Set Queue", [new RenameMember(document.Id, mode.Span, "Queue")])
            : new("Let the runs queue, and leave Mode out", "Remove Mode", [new RemoveArgument(document.Id, attribute.Span, "Mode")]);
    }
}

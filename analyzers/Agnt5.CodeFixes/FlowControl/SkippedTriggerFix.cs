using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>AGT3010: removes what AGNT5 skips the trigger for. A filter that is nearly the name of a predicate becomes that, if the user likes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SkippedTriggerFix)), Shared]
public sealed class SkippedTriggerFix() : RemedyProvider(RuleIds.SkippedTrigger)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(diagnostic.Location.SourceSpan) is not AttributeArgumentSyntax { NameEquals.Name: var property, Parent.Parent: AttributeSyntax attribute } argument)
            return null;
        var name = property.Identifier.ValueText;
        var removal = new Remedy($"Remove {name}", "Remove", [new RemoveArgument(document.Id, attribute.Span, name)]);
        if (Suggestion.Of(diagnostic.Properties) is not { } nearest)
            return removal;
        var use = new ReplaceExpression(document.Id, argument.Expression.Span, $"nameof({nearest.Text})");
        return new(nearest.Title, "Use the nearest", [use]) { Alternative = removal };
    }
}

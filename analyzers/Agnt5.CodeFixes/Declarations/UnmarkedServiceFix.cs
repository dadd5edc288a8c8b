using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypeSyntax = Agnt5.CodeFixes.Edits.TypeSyntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1017: marks the parameter with [FromServices]. What may be data as well is fixed one by one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnmarkedServiceFix)), Shared]
public sealed class UnmarkedServiceFix() : RemedyProvider(RuleIds.UnmarkedService)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Suggestion.Of(diagnostic.Properties) is not { } suggestion
            || await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { Known.FromServicesAttribute: { } attribute } found
            || found.Target.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter)
            return null;
        var isInScope = TypeSyntax.IsInScope(attribute, found.Model, parameter.SpanStart);
        return new(
            suggestion.Title,
            UnmarkedServiceRule.IsCertain(suggestion) ? suggestion.Title : null,
            [new MarkParameter(document.Id, parameter.Span, attribute, isInScope)]);
    }
}

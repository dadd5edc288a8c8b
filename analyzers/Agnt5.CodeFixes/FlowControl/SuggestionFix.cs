using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>Applies the suggestion of a rule: writes the value, or leaves the argument out.</summary>
public abstract class SuggestionFix : RemedyProvider
{
    private protected SuggestionFix(string ruleId)
        : base(ruleId)
    {
    }

    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        // If a policy comes from elsewhere, the finding is at the attribute that brings it.
        if (Suggestion.Of(diagnostic.Properties) is not { } suggestion
            || root.FindNode(diagnostic.Location.SourceSpan) is not AttributeArgumentSyntax { Parent.Parent: AttributeSyntax attribute } argument)
            return null;
        if (suggestion.Removes)
            return argument.NameEquals is { } property
                ? new(suggestion.Title, "Remove", [new RemoveArgument(document.Id, attribute.Span, property.Name.Identifier.ValueText)])
                : null;

        // Other code may use a constant that is declared elsewhere.
        return ReplaceLiteral.CanReplace(argument.Expression)
            ? new(suggestion.Title, "Replace", [new ReplaceLiteral(document.Id, argument.Expression.Span, suggestion.Text)])
            : null;
    }
}

using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.FlowControl;

/// <summary>
/// AGT3010: removes the property for which AGNT5 skips the trigger. It may instead correct a filter that is nearly the name of a predicate, or make a method that is nearly
/// a predicate one. The user chooses.
/// </summary>
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
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (name != TriggerFilter.Property || model.GetConstantValue(argument.Expression, cancellationToken).Value is not string named || !SyntaxFacts.IsValidIdentifier(named))
            return removal;

        // The filter means a method, and without it every event runs the workflow.
        removal = removal with { Key = null };
        return await FindMeantAsync(named).ConfigureAwait(false) is { } meant ? meant with { Alternative = removal } : removal;

        async Task<Remedy?> FindMeantAsync(string named)
        {
            if (Suggestion.Of(diagnostic.Properties) is { } nearest)
                return new(nearest.Title, "Use the nearest", [new ReplaceExpression(document.Id, argument.Expression.Span, $"nameof({nearest.Text})")]);
            return KnownSymbols.Of(model.Compilation) is { } known
                && attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } syntax
                && model.GetDeclaredSymbol(syntax, cancellationToken) is { } workflow
                && PredicateElsewhere.Find(workflow, argument, model.Compilation, cancellationToken) is null
                && TriggerFilter.Find(workflow, named, known, cancellationToken).Problem is { } problem
                    ? await PredicateRemedy.FindAsync(problem, known, document.Project, cancellationToken).ConfigureAwait(false)
                    : null;
        }
    }
}

using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypeSyntax = Agnt5.CodeFixes.Edits.TypeSyntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1006: takes the context that fits, if the body uses no member of the other; removes a second context that is not used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContextFix)), Shared]
public sealed class ContextFix() : RemedyProvider(RuleIds.UnfitContext)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await DeclaredMethod.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } found
            || found.Target.FirstAncestorOrSelf<ParameterSyntax>() is not { Type: { } written } syntax
            || found.Symbol.Parameters.FirstOrDefault(candidate => candidate.Name == syntax.Identifier.ValueText) is not { } context
            || !Callers.MayChange(found.Symbol)
            || !(await Callers.FindAsync(found.Symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false)).All(Callers.IsNamed))
            return null;

        var uses = UsesOf(context, found, cancellationToken);
        if (found.Symbol.Parameters.First(candidate => ParameterRoles.IsContext(candidate.Type, found.Known)).Name != context.Name)
            return uses.Count == 0 && !found.Syntax.GetLeadingTrivia().ToFullString().Contains($"\"{context.Name}\"")
                ? new($"Remove '{context.Name}'", "Remove the second context", [new RemoveParameter(document.Id, found.Syntax.Span, context.Name)])
                : null;

        if (ContextRule.FindExpected(ComponentMark.Of(found.Symbol, found.Known).First().Kind, found.Known) is not { } fitting
            || !uses.All(use => IsOfAnyContext(use, found.Model, found.Known, cancellationToken)))
            return null;
        var named = written is NullableTypeSyntax nullable ? nullable.ElementType : written;
        return new(
            $"Take {ShapeText.WithArticle(fitting.Name)}",
            $"Take {ShapeText.WithArticle(fitting.Name)}",
            [new ChangeType(document.Id, named.Span, fitting, TypeSyntax.IsInScope(fitting, found.Model, named.SpanStart))]);
    }

    private static List<IdentifierNameSyntax> UsesOf(IParameterSymbol context, DeclaredMethod found, CancellationToken cancellationToken) =>
    [
        .. found.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name =>
            name.Identifier.ValueText == context.Name
            && SymbolEqualityComparer.Default.Equals(found.Model.GetSymbolInfo(name, cancellationToken).Symbol, context)),
    ];

    // A member that all contexts have, or code that takes any context.
    private static bool IsOfAnyContext(IdentifierNameSyntax use, SemanticModel model, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (use.Parent is MemberAccessExpressionSyntax access && access.Expression == use
            && model.GetSymbolInfo(access, cancellationToken).Symbol is { } member)
            return SymbolEqualityComparer.Default.Equals(member.ContainingType, known.ComponentContext);
        return use.Parent is ArgumentSyntax && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(use, cancellationToken).ConvertedType, known.ComponentContext);
    }
}

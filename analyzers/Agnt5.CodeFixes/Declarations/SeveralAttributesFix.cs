using System.Composition;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1007: keeps the first component attribute of a method and removes the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeveralAttributesFix)), Shared]
public sealed class SeveralAttributesFix() : RemedyProvider(RuleIds.SeveralComponentAttributes)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration, cancellationToken) is { } method
            && KnownSymbols.Of(model.Compilation) is { } known
            && FitsFirst(method, known)
                ? await RemoveAttributeRemedy.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
                : null;
    }

    // A method that takes the context of another attribute was meant to be that.
    private static bool FitsFirst(IMethodSymbol method, KnownSymbols known)
    {
        var kept = ComponentMark.Of(method, known).First().Kind;
        return method.Parameters
            .Where(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.Context)
            .All(context => ContextRule.Fits(context.Type, kept, known));
    }
}

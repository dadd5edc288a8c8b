using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>The method that a diagnostic points at or into.</summary>
/// <param name="Target">The node that it points at.</param>
internal sealed record DeclaredMethod(SyntaxNode Target, MethodDeclarationSyntax Syntax, IMethodSymbol Symbol, SemanticModel Model, KnownSymbols Known)
{
    public static async Task<DeclaredMethod?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var target = root.FindNode(diagnostic.Location.SourceSpan);
        return target.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } syntax
            && model.GetDeclaredSymbol(syntax, cancellationToken) is { } symbol
            && KnownSymbols.Of(model.Compilation) is { } known
                ? new(target, syntax, symbol, model, known)
                : null;
    }
}

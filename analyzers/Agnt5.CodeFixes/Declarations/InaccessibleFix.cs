using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.CodeFixes.Types;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Declarations;

/// <summary>AGT1001: makes the method internal, with the types around it and in its signature; or the type of a service's key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InaccessibleFix)), Shared]
public sealed class InaccessibleFix() : RemedyProvider(RuleIds.Inaccessible)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (KnownSymbols.Of(model.Compilation) is not { } known)
            return null;
        return root.FindNode(diagnostic.Location.SourceSpan) switch
        {
            ParameterSyntax syntax when model.GetDeclaredSymbol(syntax, cancellationToken) is { } parameter =>
                OpenKey(parameter, known, document.Project, cancellationToken),
            MethodDeclarationSyntax syntax when model.GetDeclaredSymbol(syntax, cancellationToken) is { } method =>
                OpenMethodRemedy.Find(method, syntax, known, document, cancellationToken),
            _ => null,
        };
    }

    private static Remedy? OpenKey(IParameterSymbol parameter, KnownSymbols known, Project project, CancellationToken cancellationToken) =>
        AccessibilityRule.KeyType(parameter, known) is INamedTypeSymbol key
        && OpenTypeRemedy.FindEdits(ExposedTypes.FindClosed(key), project, cancellationToken) is { Count: > 0 } edits
            ? new($"Make '{key.Name}' internal", OpenMethodRemedy.Key, edits)
            : null;
}

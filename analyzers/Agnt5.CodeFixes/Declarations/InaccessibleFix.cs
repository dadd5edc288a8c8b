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
                OpenMethod(method, syntax, known, document, cancellationToken),
            _ => null,
        };
    }

    private static Remedy? OpenKey(IParameterSymbol parameter, KnownSymbols known, Project project, CancellationToken cancellationToken) =>
        AccessibilityRule.KeyType(parameter, known) is INamedTypeSymbol key
        && OpenTypeRemedy.FindEdits(ExposedTypes.FindClosed(key), project, cancellationToken) is { Count: > 0 } edits
            ? Remedy(key.Name, edits)
            : null;

    private static Remedy? OpenMethod(IMethodSymbol method, MethodDeclarationSyntax syntax, KnownSymbols known, Document document, CancellationToken cancellationToken)
    {
        if (!method.ExplicitInterfaceImplementations.IsEmpty)
            return null;
        var isClosed = method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;
        // Both parts of a partial method, and what overrides a method or is overridden by it, must say the same. A part that is generated says what the other says.
        var isInParts = (method.IsPartialDefinition && !AgentBody.IsSupplied(method, known)) || method.PartialDefinitionPart is not null;
        if (isClosed && (isInParts || method is not { IsVirtual: false, IsAbstract: false, IsOverride: false }))
            return null;

        var shown = method.Parameters.Select(static parameter => parameter.Type).Prepend(method.ReturnType).Prepend(method.ContainingType);
        if (OpenTypeRemedy.FindEdits(ExposedTypes.FindClosed(shown), document.Project, cancellationToken) is not { } edits)
            return null;
        return Remedy(method.Name, isClosed ? [new OpenDeclaration(document.Id, syntax.Span), .. edits] : edits);
    }

    private static Remedy Remedy(string name, IReadOnlyList<Edit> edits) => new($"Make '{name}' internal", "Make internal", edits);
}

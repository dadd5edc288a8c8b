using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Types;

/// <summary>Finds declarations in a solution.</summary>
internal static class Declarations
{
    /// <summary>The type that a diagnostic names as its cause, or <see langword="null"/> when it is not in the project.</summary>
    public static async Task<INamedTypeSymbol?> FindCauseAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } location, ..] || project.GetDocument(tree) is not { } document)
            return null;
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        return root.FindToken(location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } declaration
            ? (INamedTypeSymbol?)model.GetDeclaredSymbol(declaration, cancellationToken)
            : null;
    }

    /// <summary>The parts of a type's declaration, or <see langword="null"/> when one is in no document of the project: it is generated.</summary>
    public static IReadOnlyList<(DocumentId Document, BaseTypeDeclarationSyntax Syntax)>? PartsOf(
        INamedTypeSymbol type, Project project, CancellationToken cancellationToken)
    {
        var parts = new List<(DocumentId, BaseTypeDeclarationSyntax)>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (project.GetDocument(reference.SyntaxTree) is not { } document || reference.GetSyntax(cancellationToken) is not BaseTypeDeclarationSyntax syntax)
                return null;
            parts.Add((document.Id, syntax));
        }

        return parts.Count == 0 ? null : parts;
    }
}

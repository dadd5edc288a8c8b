using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Declarations;

/// <summary>Finds a place in a project for what is wrong with its catalog as a whole.</summary>
internal static class CatalogUse
{
    /// <summary>Where the project names the catalog that an endpoint serves, or <see langword="null"/>.</summary>
    public static Location? Find(Compilation compilation, CancellationToken cancellationToken) => compilation.SyntaxTrees
        .Where(static tree => !GeneratedFile.Is(tree))
        .OrderBy(static tree => tree.FilePath, StringComparer.Ordinal)
        .SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes().Counted(WorkKind.SyntaxNode))
        .FirstOrDefault(static node => node is IdentifierNameSyntax { Identifier.ValueText: "Agnt5Components" })
        ?.GetLocation();
}

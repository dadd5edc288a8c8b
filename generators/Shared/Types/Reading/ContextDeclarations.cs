using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>
/// Finds the classes that may be <c>JsonSerializerContext</c>s by the text of their files. To ask every type of a project for its base type takes longer than all else that is asked of most projects.
/// </summary>
internal static class ContextDeclarations
{
    private const string Name = "JsonSerializerContext";

    private static readonly ConditionalWeakTable<SyntaxTree, ClassDeclarationSyntax[]> PerTree = new();
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Aliased = new();

    /// <summary>The classes, each once.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesIn(Compilation compilation)
    {
        // Any class may be one by an alias for all files, which its own file does not spell out.
        var all = compilation.SyntaxTrees.Any(static tree => Aliased.GetValue(tree, static tree => new(HasGlobalAlias(tree))).Value);
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in compilation.SyntaxTrees)
            foreach (var declaration in all ? ClassesIn(tree) : PerTree.GetValue(tree, static tree => HasName(tree) ? ClassesIn(tree) : []))
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(declaration) is { } type && found.Add(type))
                    yield return type;
    }

    // An escape in a name hides it.
    private static bool HasName(SyntaxTree tree) =>
        tree.GetText().ToString() is var text && (text.Contains(Name) || text.Contains("\\u") || text.Contains("\\U"));

    private static bool HasGlobalAlias(SyntaxTree tree) =>
        HasName(tree) && ((CompilationUnitSyntax)tree.GetRoot()).Usings.Any(static one => one.Alias is not null && !one.GlobalKeyword.IsKind(SyntaxKind.None));

    private static ClassDeclarationSyntax[] ClassesIn(SyntaxTree tree) =>
        [.. tree.GetRoot().DescendantNodes(MayHoldTypes).Counted(WorkKind.SyntaxNode).OfType<ClassDeclarationSyntax>().Where(static type => type.BaseList is not null)];

    private static bool MayHoldTypes(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;
}

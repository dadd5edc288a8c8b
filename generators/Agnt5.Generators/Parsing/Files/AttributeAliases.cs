using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>The names that component attributes have in source: their own, with and without the suffix, and those that a using gives them.</summary>
internal static class AttributeAliases
{
    private const string Suffix = "Attribute";

    private static readonly ConditionalWeakTable<SyntaxTree, string[]> GlobalPerTree = new();

    /// <summary>Their own names.</summary>
    public static readonly string[] Names = ["Workflow", "Function", "Tool", "Agent"];

    /// <summary>The names that global usings give them.</summary>
    public static IReadOnlyCollection<string> Global(Compilation compilation)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
            found.UnionWith(GlobalPerTree.GetValue(tree, static tree => [.. Aliases(((CompilationUnitSyntax)tree.GetRoot()).Usings.Where(IsGlobal))]));
        return found;
    }

    /// <summary>All names that an attribute in a file may have and be one of them, without the suffix.</summary>
    public static HashSet<string> In(SyntaxNode root, IEnumerable<string> global)
    {
        var names = new HashSet<string>([.. Names, .. global.Select(WithoutSuffix)], StringComparer.Ordinal);
        names.UnionWith(Aliases(((CompilationUnitSyntax)root).Usings).Select(WithoutSuffix));
        foreach (var space in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseNamespaceDeclarationSyntax>())
            names.UnionWith(Aliases(space.Usings).Select(WithoutSuffix));
        return names;
    }

    /// <summary>The last part of a name, without the suffix of attributes.</summary>
    public static string SimpleName(NameSyntax name) => WithoutSuffix(name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    });

    private static IEnumerable<string> Aliases(IEnumerable<UsingDirectiveSyntax> usings) =>
        from one in usings
        where one is { Alias: not null, Name: not null } && Names.Contains(SimpleName(one.Name))
        select one.Alias!.Name.Identifier.ValueText;

    private static bool IsGlobal(UsingDirectiveSyntax one) => !one.GlobalKeyword.IsKind(SyntaxKind.None);

    private static string WithoutSuffix(string name) =>
        name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
}

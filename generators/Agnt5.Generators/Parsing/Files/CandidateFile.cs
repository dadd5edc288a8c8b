using System.Runtime.CompilerServices;
using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>The nodes of a file that may be components or durable calls, by their names alone, and what was read from them.</summary>
internal sealed class CandidateFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, CandidateFile> PerTree = new();

    // What the text of a file with a candidate has somewhere. An escape in a name hides it, and an alias of another file is looked for beside these.
    private static readonly string[] Words =
        [.. AttributeAliases.Names, .. DurableCallTable.All.Where(static spec => spec.Json is not null).Select(static spec => spec.Method), "\\u", "\\U"];

    private readonly string _aliases;
    private volatile RememberedContents? _remembered;

    private CandidateFile(SyntaxTree tree, IReadOnlyCollection<string> globalAliases, string aliases, CancellationToken cancellationToken)
    {
        Tree = tree;
        _aliases = aliases;
        var text = tree.GetText(cancellationToken).ToString();
        if (!Words.Concat(globalAliases).Any(word => text.IndexOf(word, StringComparison.Ordinal) >= 0))
            return;
        var root = tree.GetRoot(cancellationToken);
        var names = AttributeAliases.In(root, globalAliases);
        foreach (var node in root.DescendantNodes())
            if (IsDeclaration(node) && AttributesOf(node).Any(list => list.Attributes.Any(attribute => names.Contains(AttributeAliases.SimpleName(attribute.Name)))))
                Declarations.Add(node);
            else if (node is InvocationExpressionSyntax call && DurableCallParser.IsCandidate(call))
                Calls.Add(call);
    }

    public SyntaxTree Tree { get; }

    /// <summary>Everything that can wear a component attribute and does, also what no component can be made of (AGT1004).</summary>
    public List<SyntaxNode> Declarations { get; } = [];

    /// <summary>Calls by the name of a durable call.</summary>
    public List<InvocationExpressionSyntax> Calls { get; } = [];

    public bool HasCandidates => Declarations.Count + Calls.Count > 0;

    /// <summary>What was read last. A single reference, so that concurrent compilations never see half of it.</summary>
    public RememberedContents? Remembered
    {
        get => _remembered;
        set => _remembered = value;
    }

    /// <summary>The candidates of a file, with the same result for one file.</summary>
    /// <param name="globalAliases">The names that component attributes may have in all files.</param>
    public static CandidateFile Of(SyntaxTree tree, IReadOnlyCollection<string> globalAliases, CancellationToken cancellationToken)
    {
        var aliases = string.Join(" ", globalAliases);
        if (PerTree.TryGetValue(tree, out var known) && known._aliases == aliases)
            return known;
        var read = new CandidateFile(tree, globalAliases, aliases, cancellationToken);
        PerTree.Remove(tree);
        return PerTree.GetValue(tree, _ => read);
    }

    private static bool IsDeclaration(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax;

    private static SyntaxList<AttributeListSyntax> AttributesOf(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.AttributeLists,
        LocalFunctionStatementSyntax function => function.AttributeLists,
        LambdaExpressionSyntax lambda => lambda.AttributeLists,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists,
        _ => default,
    };
}

/// <summary>What was read from a file.</summary>
/// <param name="Declarations">The declarations that it holds for.</param>
internal sealed record RememberedContents(DeclarationsInReach Declarations, FileContents Contents)
{
    public DeclarationGraph Graph => Declarations.Graph;
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>
/// A hash of the declarations of a compilation. The meaning of one method does not depend on the bodies of others: if two compilations
/// have equal fingerprints, an unchanged file has the same meaning in both.
/// </summary>
internal sealed class DeclarationFingerprint : IEquatable<DeclarationFingerprint>
{
    private static readonly ConditionalWeakTable<Compilation, DeclarationFingerprint> PerCompilation = new();
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<ulong>> PerTree = new();

    private readonly string? _assemblyName;
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly ulong _declarations;

    private DeclarationFingerprint(Compilation compilation)
    {
        _assemblyName = compilation.AssemblyName;
        _options = compilation.Options;
        _references = compilation.ExternalReferences;
        var hash = new TextHash();
        foreach (var tree in compilation.SyntaxTrees)
            hash.Add(PerTree.GetValue(tree, static tree => new StrongBox<ulong>(HashOf(tree))).Value);
        _declarations = hash.Value;
    }

    public static DeclarationFingerprint Of(Compilation compilation) => PerCompilation.GetValue(compilation, static created => new(created));

    public bool Equals(DeclarationFingerprint? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && _declarations == other._declarations
            && _assemblyName == other._assemblyName
            && _options.Equals(other._options)
            && _references.SequenceEqual(other._references, ReferenceComparer.Instance));

    public override bool Equals(object? obj) => Equals(obj as DeclarationFingerprint);

    public override int GetHashCode() => _declarations.GetHashCode();

    private static ulong HashOf(SyntaxTree tree)
    {
        var hash = new TextHash();
        hash.Add((ulong)tree.Options.GetHashCode());
        foreach (var item in tree.GetRoot().DescendantNodesAndTokens(static node => !IsBody(node)))
        {
            if (!item.IsToken)
            {
                // The fingerprint shows whether there is a body, because generated code gives a body to agents without one.
                if (IsBody(item.AsNode()!))
                    hash.Add("{}");
                continue;
            }

            var token = item.AsToken();
            hash.Add(token.Text);
            foreach (var trivia in token.LeadingTrivia)
                if (trivia.IsDirective || IsDocumentation(trivia))
                    hash.Add(trivia.ToFullString());
        }

        return hash.Value;
    }

    // Directives in a body may reach beyond it. Accessors are included in full, because they decide whether a property has a backing field.
    private static bool IsBody(SyntaxNode node) =>
        !node.ContainsDirectives
        && (node is GlobalStatementSyntax || (node is BlockSyntax or ArrowExpressionClauseSyntax && node.Parent is BaseMethodDeclarationSyntax));

    private static bool IsDocumentation(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString().StartsWith("///", StringComparison.Ordinal));

    private sealed class ReferenceComparer : IEqualityComparer<MetadataReference>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(MetadataReference x, MetadataReference y) => ReferenceEquals(x, y);

        public int GetHashCode(MetadataReference obj) => RuntimeHelpers.GetHashCode(obj);
    }

    // FNV-1a over 64 bits, a separator after each text.
    private struct TextHash()
    {
        public ulong Value { get; private set; } = 14695981039346656037;

        public void Add(string text)
        {
            foreach (var character in text)
                Add((ulong)character);
            Add(ulong.MaxValue);
        }

        public void Add(ulong number) => Value = unchecked((Value ^ number) * 1099511628211);
    }
}

using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Agnt5.Generators.Parsing;

/// <summary>
/// Which declarations the code of each file can reach. The meaning of a method does not depend on the bodies of others: if a file reaches the same declarations in two compilations, it has the
/// same meaning in both. It is built when it is first asked for, which a build never does.
/// </summary>
internal sealed class DeclarationGraph
{
    private static readonly ConditionalWeakTable<Compilation, DeclarationGraph> PerCompilation = new();

    private readonly string? _assemblyName;
    private readonly CompilationOptions _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly Lazy<FileDeclarations[]> _files;
    private readonly Lazy<ReachedFiles> _reached;

    private DeclarationGraph(Compilation compilation)
    {
        _assemblyName = compilation.AssemblyName;
        _options = compilation.Options;
        _references = compilation.ExternalReferences;
        var trees = compilation.SyntaxTrees.ToArray();
        _files = new(() => [.. trees.Select(FileDeclarations.Of)]);
        _reached = new(() => new(_files.Value));
    }

    /// <summary>The graph of a compilation: the earlier one, if it has the same declarations.</summary>
    /// <param name="earlier">The graph of a compilation before this one, if there was one.</param>
    public static DeclarationGraph Of(Compilation compilation, DeclarationGraph? earlier) => PerCompilation.GetValue(compilation, created =>
    {
        var graph = new DeclarationGraph(created);
        return earlier is not null && earlier.HasSameDeclarations(graph) ? earlier : graph;
    });

    /// <summary>A hash of the declarations that the code of a file reaches.</summary>
    public ulong HashOf(SyntaxTree tree, int place) => _reached.Value.HashOf(place, FileDeclarations.Of(tree).BodyNames);

    /// <summary>Whether another graph has the same project around its files: name, options and references.</summary>
    public bool HasSameSurroundings(DeclarationGraph other) =>
        _assemblyName == other._assemblyName
        && _options.Equals(other._options)
        && (_references == other._references || _references.SequenceEqual(other._references, ReferenceComparer.Instance));

    private bool HasSameDeclarations(DeclarationGraph other) =>
        HasSameSurroundings(other) && _files.Value.Select(static file => file.Hash).SequenceEqual(other._files.Value.Select(static file => file.Hash));

    private sealed class ReferenceComparer : IEqualityComparer<MetadataReference>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(MetadataReference x, MetadataReference y) => ReferenceEquals(x, y);

        public int GetHashCode(MetadataReference obj) => RuntimeHelpers.GetHashCode(obj);
    }
}

/// <summary>The declarations that a file reaches.</summary>
/// <param name="place">The file's place in the graph.</param>
internal sealed class DeclarationsInReach(DeclarationGraph graph, SyntaxTree tree, int place)
{
    private readonly Lazy<ulong> _hash = new(() => graph.HashOf(tree, place));

    public DeclarationGraph Graph => graph;

    /// <summary>Whether the same file reaches the same declarations as in another compilation.</summary>
    public bool AreSame(DeclarationsInReach other) =>
        ReferenceEquals(graph, other.Graph) || (graph.HasSameSurroundings(other.Graph) && _hash.Value == other._hash.Value);
}

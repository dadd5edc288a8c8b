using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Walks from a type to all types that it reaches on the wire. Generator and analyzers ask here, so they cannot disagree on what is supported.</summary>
internal static class WireTypes
{
    /// <summary>Explores a type.</summary>
    /// <param name="root">The type of an input, an output or a step result.</param>
    /// <param name="rootName">What paths begin with: the type's or the parameter's name.</param>
    /// <param name="use">Which way the type crosses the wire.</param>
    public static TypeExploration Explore(ITypeSymbol root, string rootName, JsonUse use, KnownSymbols known, CancellationToken cancellationToken)
    {
        var walk = new Walk(use, known, cancellationToken);
        walk.Visit(root, rootName);
        return new(TypeNames.Use(root), walk.Types, walk.Problems, walk.IsIncomplete);
    }

    private sealed class Walk(JsonUse use, KnownSymbols known, CancellationToken cancellationToken)
    {
        private readonly HashSet<ITypeSymbol> _visited = new(SymbolEqualityComparer.IncludeNullability);

        public List<TypeModel> Types { get; } = [];

        public List<TypeProblem> Problems { get; } = [];

        public bool IsIncomplete { get; private set; }

        public void Visit(ITypeSymbol type, string path)
        {
            var plain = TypeNames.WithoutOwnNullability(type);
            if (!_visited.Add(plain))
                return;

            cancellationToken.ThrowIfCancellationRequested();
            var node = known.TypeNodes.Get(plain, known, cancellationToken);
            IsIncomplete |= node.IsIncomplete;
            if (node.Model is not null)
                Types.Add(node.Model);
            foreach (var problem in node.Problems)
                if (problem.AppliesTo(use))
                    Problems.Add(new(problem.RuleId, path + problem.Path, problem.Reason));
            foreach (var edge in node.Edges)
                Visit(edge.Type, path + edge.Path);
        }
    }
}

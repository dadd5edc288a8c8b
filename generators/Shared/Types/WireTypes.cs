using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>Walks from a type to all types that it reaches on the wire. Generator and analyzers both use it, so they cannot disagree on supported types.</summary>
internal static class WireTypes
{
    /// <summary>Explores a type.</summary>
    /// <param name="root">The type of an input, an output or a step result.</param>
    /// <param name="rootName">The beginning of paths: the type's or the parameter's name.</param>
    /// <param name="use">Which way the type crosses the wire.</param>
    public static TypeExploration Explore(ITypeSymbol root, string rootName, JsonUse use, KnownSymbols known, CancellationToken cancellationToken)
    {
        var scope = new JsonScope(known, known.Rules, cancellationToken);
        var walk = new Walk(use);
        var path = rootName.TrimEnd('?');
        walk.Visit(new TypeEdge(root, ""), path, scope);
        if (walk.Problems.All(static problem => RuleIds.IsWarning(problem.RuleId)) && Untyped.Find(root, "", known) is { } untyped)
            walk.Problems.Insert(0, new(untyped.RuleId, path, untyped.At(path), Cause: null, Context: null));
        return new(scope.Use(root), walk.Types, walk.Tuples, walk.Problems, walk.Advice, walk.IsIncomplete) { Polymorphic = walk.Polymorphic };
    }

    private sealed class Walk(JsonUse use)
    {
        private readonly HashSet<(string Key, bool IsExtensionData)> _visited = [];

        public List<TypeModel> Types { get; } = [];

        public List<WireTuple> Tuples { get; } = [];

        public List<TypeProblem> Problems { get; } = [];

        public List<NodeProblem> Advice { get; } = [];

        public List<INamedTypeSymbol> Polymorphic { get; } = [];

        public bool IsIncomplete { get; private set; }

        public void Visit(TypeEdge edge, string path, JsonScope scope)
        {
            if (edge.Rules is { } rules)
                scope = scope with { Rules = rules };
            var plain = TypeNames.WithoutOwnNullability(edge.Type);
            if (!_visited.Add((scope.Key(plain), edge.IsExtensionData)))
                return;

            Work.Count(WorkKind.WireType);
            scope.CancellationToken.ThrowIfCancellationRequested();
            var node = scope.Known.TypeNodes.Get(plain, scope);
            IsIncomplete |= node.IsIncomplete;
            if (node.Model is not null)
                Types.Add(node.Model);
            if (node.Model is ObjectModel { Polymorphism: not null })
                Polymorphic.Add((INamedTypeSymbol)plain);
            if (WireTuple.Of(node.Model, path) is { } tuple)
                Tuples.Add(tuple);
            Types.AddRange(node.Converted);
            Advice.AddRange(node.Advice);
            var before = Problems.Count;
            Report(node, path, edge.IsExtensionData);
            // A path begins at a type with members: 'Order.Lines' is clearer than 'List<Order>[].Lines', and the type of the whole is where the message is.
            var beginsHere = path == TypeNames.Shown(plain) && node.Model is CollectionModel;
            foreach (var next in node.Edges)
                Visit(edge.IsExtensionData ? next with { IsExtensionData = true } : next, beginsHere ? TypeNames.Shown(next.Type) : path + next.Path, scope);
            if (Problems.Count - before > 1 && plain is INamedTypeSymbol { TypeArguments.IsEmpty: true } && !scope.Known.IsOfProject(plain))
                KeepFirst(before);
        }

        // Nobody can mend a type of another assembly member by member, so one problem in it says that it does not fit.
        private void KeepFirst(int before)
        {
            var refusal = Problems.FindIndex(before, static problem => !RuleIds.IsWarning(problem.RuleId));
            if (refusal < 0)
                return;
            var kept = Problems[refusal];
            Problems.RemoveRange(before, Problems.Count - before);
            Problems.Add(kept);
        }

        private void Report(TypeNode node, string path, bool isExtensionData)
        {
            var found = node.Problems.Where(problem => problem.AppliesTo(use)).ToArray();
            var isRefused = found.Any(static problem => !problem.IsWarning);
            foreach (var problem in found)
                if (!problem.IsWarning || (!isRefused && !isExtensionData))
                    Problems.Add(new(problem.RuleId, path + problem.Path, problem.At(path + problem.Path), problem.Cause, problem.Context));
        }
    }
}

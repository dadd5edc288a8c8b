using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>Answers questions about code and all code that it calls.</summary>
/// <param name="graph">The code.</param>
/// <param name="scope">The type that has been read completely, or <see langword="null"/> when the whole project has.</param>
internal sealed class Callees(CodeGraph graph, INamedTypeSymbol? scope)
{
    private readonly DelegateFates _fates = new(graph, scope);

    /// <summary>Whether a condition holds. While only a type has been read, a condition holds only if no other code could change it.</summary>
    public bool Holds(CalleeCondition condition)
    {
        var (found, isWhole) = Search(condition.Callees, condition.Waits ? static unit => unit.Waits : static unit => unit.IsDurable);
        return condition.Waits ? found : !found && (isWhole || scope is null);
    }

    private (bool Found, bool IsWhole) Search(IReadOnlyList<IMethodSymbol> methods, Func<CodeUnit, bool> isIt)
    {
        var isWhole = true;
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IMethodSymbol>(methods);
        while (open.Count > 0)
        {
            var method = open.Pop();
            Work.Count(WorkKind.Unit);
            if (!seen.Add(method))
                continue;
            if (graph.Find(method, scope) is not { } unit)
            {
                isWhole = false;
                continue;
            }

            if (isIt(unit))
                return (true, isWhole);
            foreach (var edge in unit.Edges)
                if (edge.Unit is null && (edge.Uses is null || (_fates.Of(edge.Uses) & Role.AnyBody) != 0))
                    open.Push(edge.Target);
        }

        return (false, isWhole);
    }
}

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
        var (found, isWhole) = Search(condition);
        return condition.Question != CalleeQuestion.MakesNone ? found : !found && (isWhole || scope is null);
    }

    private static bool IsIt(CodeUnit unit, CalleeQuestion question) => question switch
    {
        CalleeQuestion.Waits => unit.Waits,
        CalleeQuestion.Returns => unit.ReturnsDurable,
        _ => unit.IsDurable,
    };

    private (bool Found, bool IsWhole) Search(CalleeCondition condition)
    {
        var isWhole = true;
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IMethodSymbol>(condition.Callees);
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

            if (IsIt(unit, condition.Question))
                return (true, isWhole);
            foreach (var edge in unit.Edges)
                if (condition.Question == CalleeQuestion.Returns ? edge.IsAwaited : edge.Unit is null && (edge.Uses is null || (_fates.Of(edge.Uses) & Role.AnyBody) != 0))
                    open.Push(edge.Target);
        }

        return (false, isWhole);
    }
}

using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Tells what runs more than once.</summary>
internal static class Loops
{
    /// <summary>
    /// The innermost loop that may come back to an operation, or a lambda that a query runs for each item, as far as one stands around it in the same
    /// function. A loop that is left once the operation has succeeded, as one that tries again until it does, is none.
    /// </summary>
    public static IOperation? FindRepeating(IOperation operation)
    {
        var child = operation;
        for (var current = operation.Parent; current is not null; child = current, current = current.Parent)
        {
            switch (current)
            {
                // A return leaves all loops of the function, not the query that the function is for.
                case IReturnOperation { Kind: OperationKind.Return }:
                    return FindQuery(current);
                case IBlockOperation or ISwitchCaseOperation when FindExit(current, child) is { } exit:
                    if (exit is not IBranchOperation { BranchKind: BranchKind.Break, Target: var target })
                        return FindQuery(current);
                    // Only the loop that is left is none: go on around it.
                    while (current.Parent is { } outer && !(current is ILoopOperation loop && SymbolEqualityComparer.Default.Equals(loop.ExitLabel, target)))
                        current = outer;
                    break;
                case IForEachLoopOperation each when !ReferenceEquals(child, each.Collection):
                    return each;
                case IForLoopOperation counted when !counted.Before.Contains(child):
                    return counted;
                case IWhileLoopOperation loop:
                    return loop;
                case ILocalFunctionOperation or IAnonymousFunctionOperation:
                    return FindQuery(current);
            }
        }

        return null;
    }

    /// <summary>Whether a method runs a delegate that it gets for each of several items.</summary>
    public static bool RunsForEachItem(IMethodSymbol method) => method switch
    {
        { ContainingType: { Name: "Enumerable" or "Queryable" or "ParallelEnumerable" or "AsyncEnumerable" } type } => SymbolText.IsIn(type, "System.Linq"),
        { Name: "ForEach" or "ConvertAll" or "ForAll" or "ForEachAsync" } => true,
        { Name: "Select" or "SelectMany" or "Where" } => method.ContainingType is { TypeKind: TypeKind.Class },
        _ => false,
    };

    /// <summary>The function around an operation, if it is a lambda that a query runs for each item.</summary>
    private static IOperation? FindQuery(IOperation operation)
    {
        var current = operation;
        while (current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            current = current.Parent;
        return current is IAnonymousFunctionOperation lambda
            && Operations.Consumer(lambda) is IArgumentOperation { Parent: IInvocationOperation call }
            && RunsForEachItem(call.TargetMethod)
            ? lambda
            : null;
    }

    // What comes later in the same block, with no condition before it.
    private static IOperation? FindExit(IOperation block, IOperation statement)
    {
        var isPast = false;
        foreach (var sibling in block.ChildOperations)
        {
            if (isPast && sibling is IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }
                || isPast && sibling is IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo })
                return sibling;
            isPast |= ReferenceEquals(sibling, statement);
        }

        return null;
    }
}

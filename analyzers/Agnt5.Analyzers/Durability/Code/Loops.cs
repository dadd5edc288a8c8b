using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Finds code that runs more than once.</summary>
internal static class Loops
{
    /// <summary>
    /// The innermost loop that may repeat an operation, or the lambda around it that a query runs for each item, in the same
    /// function. A loop that ends once the operation has succeeded, such as a retry loop, does not count.
    /// </summary>
    public static IOperation? FindRepeating(IOperation operation)
    {
        if (!IsInLoop(operation))
            return null;
        var child = operation;
        for (var current = operation.Parent; current is not null; child = current, current = current.Parent)
        {
            Work.Count(WorkKind.Operation);
            switch (current)
            {
                // A return leaves all loops of the function, but not the query that runs the function.
                case IReturnOperation { Kind: OperationKind.Return }:
                    return FindQuery(current);
                case IBlockOperation or ISwitchCaseOperation when FindExit(current, child) is { } exit:
                    if (LeftBy(exit, current) is not { } left)
                        return FindQuery(current);
                    // The code leaves this loop, so it does not count: continue with the loops around it.
                    current = left;
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

    /// <summary>Whether a method runs its delegate for each of several items.</summary>
    public static bool RunsForEachItem(IMethodSymbol method) => method switch
    {
        { ContainingType: { Name: "Enumerable" or "Queryable" or "ParallelEnumerable" or "AsyncEnumerable" } type } => SymbolText.IsIn(type, "System.Linq"),
        { Name: "ForEach" or "ConvertAll" or "ForAll" or "ForEachAsync" } => true,
        { Name: "Select" or "SelectMany" or "Where" } => method.ContainingType is { TypeKind: TypeKind.Class },
        _ => false,
    };

    // Most code is in no loop, and this check is cheap.
    private static bool IsInLoop(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            Work.Count(WorkKind.Operation);
            if (current is ILoopOperation)
                return true;
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return FindQuery(current) is not null;
        }

        return false;
    }

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

    // The later statements of the same block, with no condition before them.
    private static IOperation? FindExit(IOperation block, IOperation statement)
    {
        var isPast = false;
        foreach (var sibling in block.ChildOperations)
        {
            Work.Count(WorkKind.Operation);
            if (isPast && IsExit(sibling, block))
                return sibling;
            isPast |= ReferenceEquals(sibling, statement);
        }

        return null;
    }

    private static bool IsExit(IOperation statement, IOperation block) => statement switch
    {
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo } => true,
        // done = true; in while (!done)
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value.ConstantValue: { HasValue: true, Value: bool } } } =>
            LoopAround(block) is IWhileLoopOperation { Condition: { } condition }
            && Operations.WithoutFunctions(condition).Any(read => read is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)),
        _ => false,
    };

    /// <summary>The loop that a statement leaves, or <see langword="null"/> when it leaves all loops.</summary>
    private static ILoopOperation? LeftBy(IOperation exit, IOperation block)
    {
        if (exit is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation })
            return LoopAround(block);
        if (exit is not IBranchOperation { BranchKind: BranchKind.Break, Target: var target })
            return null;
        var loop = LoopAround(block);
        while (loop is not null && !SymbolEqualityComparer.Default.Equals(loop.ExitLabel, target))
            loop = loop.Parent is { } outside ? LoopAround(outside) : null;
        return loop;
    }

    private static ILoopOperation? LoopAround(IOperation operation)
    {
        for (var current = operation; current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); current = current.Parent)
            if (current is ILoopOperation loop)
                return loop;
        return null;
    }
}

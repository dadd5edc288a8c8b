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
        var success = new LoopEnd(operation);
        var round = new SingleRound(operation);
        for (var current = operation.Parent; current is not null; child = current, current = current.Parent)
        {
            Work.Count(WorkKind.Operation);
            round.Note(current, child);
            switch (current)
            {
                // A return leaves all loops of the function, but not the query that runs the function.
                case IReturnOperation { Kind: OperationKind.Return }:
                    return FindQuery(current);
                case IBlockOperation or ISwitchCaseOperation when FindExit(current, child, success) is { } exit:
                    if (LeftBy(exit, current) is not { } left)
                        return FindQuery(current);
                    // The code leaves this loop, so it does not count: continue with the loops around it.
                    current = left;
                    break;
                case IForEachLoopOperation each when !ReferenceEquals(child, each.Collection) && !round.IsIn(each):
                    return each;
                case IForLoopOperation { Condition: var condition } counted when !counted.Before.Contains(child) && !success.Ends(condition) && !round.IsIn(counted):
                    return counted;
                case IWhileLoopOperation { Condition: var condition } loop when !success.Ends(condition) && !round.IsIn(loop):
                    return loop;
                case ITryOperation attempt when ReferenceEquals(child, attempt.Body):
                    success.NoteFailures(attempt);
                    break;
                case ILocalFunctionOperation or IAnonymousFunctionOperation:
                    return FindQuery(current);
            }
        }

        return null;
    }

    /// <summary>Whether the result of a call may end the loop around it: <c>while (!await TryToPay(ctx))</c>.</summary>
    public static bool EndsWith(IOperation call, IOperation loop)
    {
        var result = ResultOf(call);
        IOperation child = call;
        for (var current = call.Parent; current is not null && !ReferenceEquals(current, loop); child = current, current = current.Parent)
        {
            Work.Count(WorkKind.Operation);
            if (current is IConditionalOperation { Type: null } choice && ReferenceEquals(child, choice.Condition) && HasExit(choice))
                return true;
            if (result is not null && current is IBlockOperation
                && current.ChildOperations.Any(next => next is IConditionalOperation later && LoopEnd.Reads(later.Condition, result) && HasExit(later)))
                return true;
        }

        var condition = Condition(loop);
        return condition is not null && (ReferenceEquals(child, condition) || (result is not null && LoopEnd.Reads(condition, result)));
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

    // The later statements of the same block, with no condition before them but the success of the operation.
    private static IOperation? FindExit(IOperation block, IOperation statement, LoopEnd success)
    {
        var isPast = false;
        foreach (var sibling in block.ChildOperations)
        {
            Work.Count(WorkKind.Operation);
            if (isPast)
            {
                success.Note(sibling);
                if (IsExit(sibling))
                    return sibling;
                if (sibling is IConditionalOperation { Type: null } choice && success.Decides(choice.Condition) && FindExit(choice) is { } exit)
                    return exit;
                if (sibling is IConditionalOperation { Type: null } question && success.Arm(question) is { } arm && FindExit(arm) is { } answer)
                    return answer;
            }

            isPast |= ReferenceEquals(sibling, statement);
        }

        return null;
    }

    private static bool IsExit(IOperation statement) =>
        statement is IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }
        or IBranchOperation { BranchKind: BranchKind.GoTo } || statement is IBranchOperation { BranchKind: BranchKind.Break } jump && !LeavesSwitch(jump);

    // The break at the end of a switch section leaves no loop.
    private static bool LeavesSwitch(IBranchOperation jump)
    {
        for (var current = jump.Parent; current is not (null or ILoopOperation); current = current.Parent)
            if (current is ISwitchOperation)
                return true;
        return false;
    }

    private static bool HasExit(IConditionalOperation choice) => FindExit(choice) is not null;

    private static IOperation? FindExit(IConditionalOperation choice) => FindExit(choice.WhenTrue) ?? (choice.WhenFalse is { } other ? FindExit(other) : null);

    private static IOperation? FindExit(IOperation arm) => arm is IBlockOperation block ? block.Operations.FirstOrDefault(IsExit) : IsExit(arm) ? arm : null;

    /// <summary>The loop that a statement leaves, or <see langword="null"/> when it leaves all loops.</summary>
    private static ILoopOperation? LeftBy(IOperation exit, IOperation block)
    {
        if (exit is not IBranchOperation { BranchKind: BranchKind.Break, Target: var target })
            return null;
        var loop = LoopAround(block);
        while (loop is not null && !SymbolEqualityComparer.Default.Equals(loop.ExitLabel, target))
            loop = loop.Parent is { } outside ? LoopAround(outside) : null;
        return loop;
    }

    private static IOperation? Condition(IOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: var condition } => condition,
        IForLoopOperation { Condition: var condition } => condition,
        _ => null,
    };

    // var isPaid = await TryToPay(ctx);
    private static ILocalSymbol? ResultOf(IOperation call)
    {
        var consumer = Operations.Consumer(call);
        if (consumer is IAwaitOperation awaited)
            consumer = Operations.Consumer(awaited);
        return consumer switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => local,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => local,
            _ => null,
        };
    }

    private static ILoopOperation? LoopAround(IOperation operation)
    {
        for (var current = operation; current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); current = current.Parent)
            if (current is ILoopOperation loop)
                return loop;
        return null;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>The rounds of a loop, as an operation inside sees them.</summary>
/// <param name="Loop">The loop, or the lambda that a query runs for each item.</param>
/// <param name="Inner">The loops between it and the operation.</param>
internal readonly record struct LoopRounds(IOperation Loop, IReadOnlyList<IOperation> Inner)
{
    /// <summary>The inner loop whose item or counter a variable is, or <see langword="null"/>.</summary>
    public IOperation? Find(ISymbol variable)
    {
        foreach (var loop in Inner)
            if (loop switch
            {
                ILoopOperation { Locals: var locals } => locals.Contains(variable, SymbolEqualityComparer.Default),
                IAnonymousFunctionOperation { Symbol.Parameters: var parameters } => parameters.Contains(variable, SymbolEqualityComparer.Default),
                _ => false,
            })
                return loop;
        return null;
    }

    /// <summary>Whether the loop may change what a collection holds: it calls a method of it.</summary>
    public bool Changes(IOperation collection)
    {
        var variable = Symbol(collection);
        return variable is not null && Operations.WithFunctions(Loop).Any(operation =>
            operation is IInvocationOperation { Instance: { } instance } && SymbolEqualityComparer.Default.Equals(Symbol(Operations.Unwrap(instance)), variable)
            && !Loops.RunsForEachItem(((IInvocationOperation)operation).TargetMethod));
    }

    /// <summary>Whether a condition, or an exit before or after, may leave an operation out of some rounds.</summary>
    public static bool MayBeLeftOut(IOperation operation, IOperation loop)
    {
        var child = operation;
        for (var current = operation.Parent; current is not null && !ReferenceEquals(current, loop); child = current, current = current.Parent)
            switch (current)
            {
                case IConditionalOperation choice when !ReferenceEquals(child, choice.Condition):
                case ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation or ICoalesceOperation or ICoalesceAssignmentOperation:
                    return true;
                case IBlockOperation block when block.Operations.Any(statement => !ReferenceEquals(statement, child) && MayJump(statement)):
                    return true;
            }

        return false;
    }

    private static bool MayJump(IOperation statement) =>
        statement is IConditionalOperation or ISwitchOperation or ITryOperation
        && Operations.WithoutFunctions(statement).Any(static jump => jump is IBranchOperation { BranchKind: not BranchKind.Break } or IReturnOperation or IThrowOperation || IsBreakOfLoop(jump));

    private static bool IsBreakOfLoop(IOperation jump) => jump is IBranchOperation { BranchKind: BranchKind.Break } && jump.Parent is not ISwitchCaseOperation;

    private static ISymbol? Symbol(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };
}

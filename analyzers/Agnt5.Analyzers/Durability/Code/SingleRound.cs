using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// Tells whether an operation runs in one round of a loop only: a variable of the code around the loop guards it and is set there, or the loop's counter is compared with a constant.
/// </summary>
/// <param name="operation">The operation.</param>
internal sealed class SingleRound(IOperation operation)
{
    private List<(ILocalSymbol Variable, IOperation Place)>? _guards;
    private List<ILocalSymbol>? _counters;

    /// <summary>Notes what stands around the operation, from the inside out.</summary>
    /// <param name="around">What stands around it.</param>
    /// <param name="child">The part that the operation is in.</param>
    public void Note(IOperation around, IOperation child)
    {
        if (around is ICoalesceAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } && GivesResultTo(target))
            (_guards ??= []).Add((target, around));
        else if (around is IConditionalOperation choice && !ReferenceEquals(child, choice.Condition))
            Read(choice.Condition, ReferenceEquals(child, choice.WhenTrue), choice, child);
    }

    /// <summary>Whether the operation runs in one round of a loop at most.</summary>
    public bool IsIn(ILoopOperation loop) =>
        (_counters is not null && _counters.Any(counter => loop is IForLoopOperation && loop.Locals.Contains(counter, SymbolEqualityComparer.Default)))
        || (_guards is not null && _guards.Any(guard => IsKept(guard.Variable, guard.Place, loop)));

    private void Read(IOperation condition, bool holds, IOperation choice, IOperation arm)
    {
        switch (Operations.Unwrap(condition))
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand }:
                Read(operand, !holds, choice, arm);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both when holds == (both.OperatorKind == BinaryOperatorKind.ConditionalAnd):
                Read(both.LeftOperand, holds, choice, arm);
                Read(both.RightOperand, holds, choice, arm);
                break;
            case ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } flag } when IsSet(flag, !holds, arm):
                (_guards ??= []).Add((flag, choice));
                break;
            case var test when NullTest.Of(test) is { } question:
                if (question.IsNull == holds && GivesResultTo(question.Variable))
                    (_guards ??= []).Add((question.Variable, choice));
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: ILocalReferenceOperation { Local: var counter }, RightOperand.ConstantValue.HasValue: true } when holds:
                (_counters ??= []).Add(counter);
                break;
            case IIsPatternOperation { Value: ILocalReferenceOperation { Local: var counter }, Pattern: IConstantPatternOperation } when holds:
                (_counters ??= []).Add(counter);
                break;
        }
    }

    // token = await ctx.StepAsync(…), and the result is not null.
    private bool GivesResultTo(ILocalSymbol variable) =>
        Operations.Consumer(operation) is IAwaitOperation { Type.NullableAnnotation: not NullableAnnotation.Annotated } awaited
        && Operations.Consumer(awaited) switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } => SymbolEqualityComparer.Default.Equals(target, variable),
            ICoalesceAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } => SymbolEqualityComparer.Default.Equals(target, variable),
            _ => false,
        };

    // The statements that run before and after the operation set the flag.
    private bool IsSet(ILocalSymbol flag, bool value, IOperation arm)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IBlockOperation block && block.Operations.Any(statement => Sets(statement, flag, value)))
                return true;
            if (ReferenceEquals(current, arm))
                break;
        }

        return false;
    }

    private static bool Sets(IOperation statement, ILocalSymbol flag, bool value) =>
        statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment }
        && assignment is { Target: ILocalReferenceOperation { Local: var target }, Value.ConstantValue: { HasValue: true, Value: bool set } }
        && set == value && SymbolEqualityComparer.Default.Equals(target, flag);

    // The variable is older than the loop, and nothing else in the loop sets it.
    private static bool IsKept(ILocalSymbol variable, IOperation guarded, ILoopOperation loop) =>
        variable.DeclaringSyntaxReferences is [var declaration] && !loop.Syntax.Span.Contains(declaration.Span)
        && !Operations.WithFunctions(loop).Any(other => other is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable)
            && Assignments.Of(other).IsWritten && !guarded.Syntax.Span.Contains(other.Syntax.Span));
}

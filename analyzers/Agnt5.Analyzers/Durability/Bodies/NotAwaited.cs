using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4012: a durable call is awaited, or its task is kept and used.</summary>
internal static class NotAwaited
{
    public static void Inspect(IInvocationOperation call, CodeUnit unit)
    {
        if (IsDropped(call))
            unit.Findings.Add(new(Rules.NotAwaited, OperationLocation.Of(call), Role.AnyBody, call.TargetMethod.Name));
    }

    private static bool IsDropped(IOperation call) => Operations.Consumer(call) switch
    {
        IConditionalAccessOperation access => IsDropped(access),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured => IsDropped(configured),
        // The body of a lambda without a result is a statement too, and nobody can await it either.
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var variable } target, Parent: IExpressionStatementOperation } => !IsUsed(variable, target),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var variable } declarator } => !IsUsed(variable, declarator),
        _ => false,
    };

    private static bool IsUsed(ILocalSymbol variable, IOperation place)
    {
        // A function may put the task into a variable of the code around it.
        foreach (var operation in Operations.WithFunctions(Operations.Outermost(place)))
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable) && Assignments.Of(reference).IsRead)
                return true;
        return false;
    }
}

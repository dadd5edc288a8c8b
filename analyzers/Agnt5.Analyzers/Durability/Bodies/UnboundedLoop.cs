using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4016: a loop that may run for long reaches a place where the budget can stop it.</summary>
internal static class UnboundedLoop
{
    public static void Inspect(ILoopOperation loop, KnownSymbols known, CodeUnit unit)
    {
        if (IsBounded(loop))
            return;
        var callees = new List<IMethodSymbol>();
        foreach (var operation in Operations.WithFunctions(loop))
        {
            if (MayBeDurable(operation, known))
                return;
            if (operation is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method })
                callees.Add(Operations.Definition(method));
        }

        unit.Findings.Add(new(Rules.UnboundedLoop, loop.Syntax.GetFirstToken().GetLocation(), Role.AnyBody) { Condition = callees.Count > 0 ? new(callees, CalleeQuestion.MakesNone) : null });
    }

    // A task may be that of a step, a delegate may run one, and a library that gets the context may too. Calls within the project are followed.
    private static bool MayBeDurable(IOperation operation, KnownSymbols known) => operation switch
    {
        IAwaitOperation { Operation: var awaited } => awaited is not IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false },
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } => true,
        IInvocationOperation call => DurableOperations.Find(call, known) is not null
            || (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty && call.Arguments.Any(argument => argument.Value.Type is { } type && ParameterRoles.IsContext(type, known))),
        _ => false,
    };

    // A loop over a collection from the input or from a step is as bounded as that collection.
    private static bool IsBounded(ILoopOperation loop) => loop switch
    {
        IForLoopOperation { Condition: IBinaryOperation { LeftOperand: var left, RightOperand: var right } } => IsBound(left) || IsBound(right),
        IWhileLoopOperation { Condition: { ConstantValue: { HasValue: true, Value: false } } } => true,
        _ => false,
    };

    private static bool IsBound(IOperation side) => Operations.Unwrap(side) switch
    {
        { ConstantValue.HasValue: true } => true,
        IPropertyReferenceOperation { Property.Name: "Count" or "Length" } => true,
        IInvocationOperation { TargetMethod.Name: "Count" } => true,
        _ => false,
    };
}

using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// AGT4007: a durable key that is certain to be used twice. The rule compares only calls in sequence, with no branch, jump or loop exit between them:
/// a branch may skip a call, and a caught failure allows another try with the same key.
/// </summary>
internal sealed class KeyUsedTwice
{
    private readonly KnownSymbols _known;
    private readonly CodeUnit _unit;

    private KeyUsedTwice(KnownSymbols known, CodeUnit unit)
    {
        _known = known;
        _unit = unit;
    }

    public static void Inspect(IOperation body, KnownSymbols known, CodeUnit unit) => new KeyUsedTwice(known, unit).Read(body, []);

    /// <param name="operation">The code that runs next.</param>
    /// <param name="used">The keys that are certain to be used before it.</param>
    private void Read(IOperation operation, HashSet<(KeySpace Space, string Key)> used)
    {
        Work.Count(WorkKind.Operation);
        switch (operation)
        {
            case IAnonymousFunctionOperation or ILocalFunctionOperation:
                return;
            case ILoopOperation or ISwitchOperation or ISwitchExpressionOperation or ITryOperation { Catches.IsEmpty: false }:
            case IConditionalOperation or ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalAccessOperation:
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }:
                ReadBranches(operation, used);
                return;
        }

        foreach (var child in operation.ChildOperations)
            Read(child, used);
        if (operation is IInvocationOperation call)
            Use(call, used);
        else if (operation is IReturnOperation or IThrowOperation or IBranchOperation or ILabeledOperation)
            used.Clear();
    }

    // The calls of a branch are compared only with each other.
    private void ReadBranches(IOperation operation, HashSet<(KeySpace, string)> used)
    {
        var first = FirstPart(operation);
        foreach (var child in operation.ChildOperations)
            Read(child, ReferenceEquals(child, first) ? used : []);
        // After a branch inside an expression, the code continues, unless the branch throws.
        if (operation is ILoopOperation or ISwitchOperation or ITryOperation or IConditionalOperation { Type: null }
            || Operations.WithoutFunctions(operation).Any(static inner => inner is IThrowOperation))
            used.Clear();
    }

    // The part that runs whichever branch is taken.
    private static IOperation? FirstPart(IOperation operation) => operation switch
    {
        IConditionalOperation conditional => conditional.Condition,
        ICoalesceOperation coalesce => coalesce.Value,
        ISwitchOperation choice => choice.Value,
        ISwitchExpressionOperation choice => choice.Value,
        IConditionalAccessOperation access => access.Operation,
        IBinaryOperation binary => binary.LeftOperand,
        IForEachLoopOperation each => each.Collection,
        _ => null,
    };

    private void Use(IInvocationOperation call, HashSet<(KeySpace, string)> used)
    {
        if (DurableOperations.Find(call, _known) is not { Key: { } key } spec || KeyText.Find(call, spec) is not { } text || used.Add((key.Space, text)))
            return;
        var named = DurableOperations.Name(call, spec)!;
        _unit.Findings.Add(new(Rules.KeyUsedTwice, named.Syntax.GetLocation(), Role.AnyBody, spec.Noun, text.Split('\n')[0]));
    }
}

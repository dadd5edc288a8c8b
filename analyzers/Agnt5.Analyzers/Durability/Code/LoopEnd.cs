using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>What code has learned once an operation has succeeded, as far as it decides whether a loop ends: a flag that was set, a result that is there.</summary>
internal sealed class LoopEnd
{
    private readonly ILocalSymbol? _result;
    private List<ILocalSymbol>? _flags;

    public LoopEnd(IOperation operation)
    {
        // receipt = await ctx.StepAsync(…); in while (receipt is null)
        if (Operations.Consumer(operation) is IAwaitOperation { Type.NullableAnnotation: not NullableAnnotation.Annotated } awaited
            && Operations.Consumer(awaited) is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var result } })
            _result = result;
    }

    /// <summary>Notes a statement that runs after the operation: <c>done = true;</c>.</summary>
    public void Note(IOperation statement)
    {
        if (statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value.ConstantValue.HasValue: true } })
            (_flags ??= []).Add(local);
    }

    /// <summary>Whether a loop with this condition ends.</summary>
    public bool Ends(IOperation? condition) => condition is not null && (Decides(condition) || (_result is not null && Operations.WithoutFunctions(condition).Any(IsNullTest)));

    /// <summary>Whether a condition asks for what is known.</summary>
    public bool Decides(IOperation condition) => _flags is not null && _flags.Any(flag => Reads(condition, flag));

    /// <summary>Whether a condition reads a variable.</summary>
    public static bool Reads(IOperation condition, ILocalSymbol variable) =>
        Operations.WithoutFunctions(condition).Any(read => read is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, variable));

    private bool IsNullTest(IOperation test) => test switch
    {
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } pattern => IsNull(value) && IsResult(pattern.Value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => IsNull(equality.RightOperand) && IsResult(equality.LeftOperand),
        _ => false,
    };

    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    private bool IsResult(IOperation value) => Operations.Unwrap(value) is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, _result);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>A condition that asks whether a variable is null.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="IsNull">Whether the condition is true for null, and not for other values.</param>
internal readonly record struct NullTest(ILocalSymbol Variable, bool IsNull)
{
    /// <summary>The test that a condition is, or <see langword="null"/>.</summary>
    public static NullTest? Of(IOperation condition) => condition switch
    {
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value }, Value: var tested } when IsNullValue(value) => On(tested, isNull: true),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } }, Value: var tested } when IsNullValue(value) => On(tested, isNull: false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when IsNullValue(equality.RightOperand) => On(equality.LeftOperand, isNull: true),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } equality when IsNullValue(equality.RightOperand) => On(equality.LeftOperand, isNull: false),
        _ => null,
    };

    private static bool IsNullValue(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    private static NullTest? On(IOperation value, bool isNull) => Operations.Unwrap(value) is ILocalReferenceOperation { Local: var variable } ? new(variable, isNull) : null;
}

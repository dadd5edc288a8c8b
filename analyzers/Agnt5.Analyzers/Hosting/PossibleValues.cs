using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>The expressions whose value an expression may have: the arms of a condition, both sides of <c>??</c>.</summary>
internal static class PossibleValues
{
    public static IEnumerable<IOperation> Of(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IConditionalOperation { WhenFalse: { } otherwise } conditional => Of(conditional.WhenTrue).Concat(Of(otherwise)),
        ICoalesceOperation coalesce => Of(coalesce.Value).Concat(Of(coalesce.WhenNull)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(static arm => Of(arm.Value)),
        _ => [value],
    };
}

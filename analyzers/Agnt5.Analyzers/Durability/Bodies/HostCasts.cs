using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// AGT4023: conversions from a fraction to an integer, of which .NET leaves open what they make of NaN and of what the integer cannot hold. CoreCLR takes the nearest value,
/// and 0 for NaN; the WebAssembly runtime takes the lowest one.
/// </summary>
internal static class HostCasts
{
    public static void Inspect(IConversionOperation conversion, CodeUnit unit)
    {
        if (conversion is { IsChecked: false, IsImplicit: false, OperatorMethod: null, ConstantValue.HasValue: false, Type: { } type }
            && conversion.Operand.Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            && type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            && !IsWithinRange(Operations.Unwrap(conversion.Operand)))
            unit.Findings.Add(new(Rules.HostCast, conversion.Syntax.GetLocation(), Role.AnyBody, type.ToDisplayString()));
    }

    // Math.Clamp keeps NaN, but what is clamped is rarely that.
    private static bool IsWithinRange(IOperation value) => value is IInvocationOperation { TargetMethod: { Name: "Clamp", ContainingType.Name: "Math" or "MathF" or "Double" or "Single" } };
}

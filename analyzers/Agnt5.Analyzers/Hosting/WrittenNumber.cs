using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>Reads a number or a time that stands in the code.</summary>
internal static class WrittenNumber
{
    /// <summary>A whole number, or the ticks of a time; <see langword="null"/> when only a run of the program knows it.</summary>
    public static long? Of(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: int number } } => number,
        { ConstantValue: { HasValue: true, Value: long number } } => number,
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, Operand: var positive } when IsTime(positive.Type) => -Of(positive),
        IFieldReferenceOperation { Field: { IsStatic: true } field } => field switch
        {
            { Name: nameof(TimeSpan.Zero), ContainingType: var type } when IsTime(type) => 0,
            { Name: nameof(TimeSpan.MaxValue), ContainingType: var type } when IsTime(type) => TimeSpan.MaxValue.Ticks,
            { Name: nameof(TimeSpan.MinValue), ContainingType: var type } when IsTime(type) => TimeSpan.MinValue.Ticks,
            { Name: nameof(Timeout.InfiniteTimeSpan), ContainingType.Name: nameof(Timeout) } => Timeout.InfiniteTimeSpan.Ticks,
            _ => null,
        },
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: var name } method, Arguments: { Length: > 0 } arguments } when IsTime(method.ContainingType) =>
            TicksPerUnit(name) is { } unit && arguments.Skip(1).All(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue) && Number(arguments[0].Value) is { } count
                ? Ticks(count * unit)
                : null,
        _ => null,
    };

    private static bool IsTime(ITypeSymbol? type) => type is { Name: nameof(TimeSpan), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };

    private static double? Number(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: int number } } => number,
        { ConstantValue: { HasValue: true, Value: long number } } => number,
        { ConstantValue: { HasValue: true, Value: double number } } => number,
        _ => null,
    };

    private static long? TicksPerUnit(string name) => name switch
    {
        nameof(TimeSpan.FromTicks) => 1,
        nameof(TimeSpan.FromMilliseconds) => TimeSpan.TicksPerMillisecond,
        nameof(TimeSpan.FromSeconds) => TimeSpan.TicksPerSecond,
        nameof(TimeSpan.FromMinutes) => TimeSpan.TicksPerMinute,
        nameof(TimeSpan.FromHours) => TimeSpan.TicksPerHour,
        nameof(TimeSpan.FromDays) => TimeSpan.TicksPerDay,
        _ => null,
    };

    // A time beyond the range of TimeSpan throws where it is made.
    private static long? Ticks(double ticks) => Math.Abs(ticks) < long.MaxValue ? (long)ticks : null;
}

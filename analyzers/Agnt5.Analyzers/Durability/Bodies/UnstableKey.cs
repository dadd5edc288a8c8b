using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4009: the text of a durable call's name or key is the same on each replay and in each culture.</summary>
internal static class UnstableKey
{
    public static void Inspect(IInvocationOperation call, DurableCallSpec spec, CodeUnit unit)
    {
        foreach (var part in DurableOperations.KeyParts(call, spec))
            if (!part.ConstantValue.HasValue)
                foreach (var operation in Operations.WithFunctions(Text(part)))
                    if (!IsInvariant(operation) && FindReason(operation) is var (place, reason) && !Operations.WithFunctions(place).Any(IsForbidden))
                        Add(place, reason, unit);
    }

    // The text of a variable is read where it is declared.
    private static IOperation Text(IOperation part) =>
        Operations.Unwrap(part) is ILocalReferenceOperation { Local: var local } && Operations.FindInitializer(local, part) is { } text ? text : part;

    // Another finding already says that the value changes on each replay.
    private static bool IsForbidden(IOperation operation) => operation switch
    {
        IInvocationOperation call => ForbiddenApis.Find(call.TargetMethod) is not null,
        IPropertyReferenceOperation reference => ForbiddenApis.Find(reference.Property) is not null,
        _ => false,
    };

    /// <summary>Whether an operation stands in the name or key of a durable call.</summary>
    public static bool IsInKey(IOperation operation, KnownSymbols known)
    {
        for (var current = operation; current.Parent is { } parent and not (IBlockOperation or IAnonymousFunctionOperation); current = parent)
        {
            if (parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: var member, ContainingType: var type } } } assignment
                && ReferenceEquals(assignment.Value, current) && DurableCallTable.IsKeyMember(type.Name, member) && SymbolText.IsIn(type, "Agnt5"))
                return true;
            if (parent is IArgumentOperation { Parameter.Name: var parameter, Parent: IInvocationOperation call } && DurableOperations.Find(call, known)?.Key?.IsPart(parameter) == true)
                return true;
        }

        return false;
    }

    public static void Add(IOperation operation, string reason, CodeUnit unit) =>
        unit.Findings.Add(new(Rules.UnstableKey, OperationLocation.Of(operation), Role.AnyBody, reason));

    private static (IOperation Place, string Reason)? FindReason(IOperation operation) => operation switch
    {
        IInterpolationOperation { Expression: var value, FormatString: var format } when DependsOnCulture(value, Format(format)) => (value, OfCulture(value)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum =>
            new[] { sum.LeftOperand, sum.RightOperand }.FirstOrDefault(static side => DependsOnCulture(side, format: null)) is { } side ? (side, OfCulture(side)) : null,
        IInvocationOperation call => OfCall(call) is { } reason ? (call, reason) : null,
        _ => null,
    };

    private static string? OfCall(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "ToString", Parameters.IsEmpty: true } when call.Instance is { } value && DependsOnCulture(value, format: null) => OfCulture(value),
        { Name: "ToString", Parameters: [{ Type.SpecialType: SpecialType.System_String }] } when call.Instance is { } value && DependsOnCulture(value, Format(call.Arguments[0].Value)) =>
            OfCulture(value),
        { Name: "ToUpper" or "ToLower", ContainingType.SpecialType: SpecialType.System_String, Parameters.IsEmpty: true } method =>
            $"'{method.Name}' depends on the culture of the process: use {method.Name}Invariant",
        { Name: "GetHashCode" } or { Name: "Combine" or "ToHashCode", ContainingType.Name: "HashCode" } => "a hash code differs in each process: use the value itself",
        { Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String, Parameters: [{ Type.Name: not "IFormatProvider" }, ..] } =>
            call.Arguments.SelectMany(static argument => Operations.WithoutFunctions(argument))
                .FirstOrDefault(static value => DependsOnCulture(value, format: null)) is { } found ? OfCulture(found) : null,
        _ => null,
    };

    private static string OfCulture(IOperation value) =>
        $"the text of a '{Operations.Unwrap(value).Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' "
            + $"depends on the culture of the process: format it with CultureInfo.InvariantCulture";

    private static bool DependsOnCulture(IOperation value, string? format)
    {
        value = Operations.Unwrap(value);
        if (value.ConstantValue.HasValue)
            return false;
        var type = value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : value.Type;
        return type switch
        {
            { SpecialType: SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single } => true,
            { Name: "Half" } => SymbolText.Is(type, "System", "Half"),
            { Name: "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" } => type.ContainingNamespace is { Name: "System" } && !IsInvariantDate(format),
            { Name: "TimeSpan" } => type.ContainingNamespace is { Name: "System" } && format is "g" or "G",
            _ => false,
        };
    }

    private static bool IsInvariantDate(string? format) => format is "o" or "O" or "r" or "R" or "s" or "u";

    private static string? Format(IOperation? format) => format?.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    // FormattableString.Invariant($"…") and string.Create(CultureInfo.InvariantCulture, $"…")
    private static bool IsInvariant(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
            if (current is IInvocationOperation { TargetMethod: { Name: "Invariant", ContainingType.Name: "FormattableString" }
                or { Name: "Create", ContainingType.SpecialType: SpecialType.System_String } })
                return true;
            else if (current is IExpressionStatementOperation or IBlockOperation)
                return false;
        return false;
    }
}

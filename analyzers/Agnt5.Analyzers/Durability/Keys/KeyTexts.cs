using System.Globalization;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Reads the keys of durable calls, as far as two calls with one key can be told to have it.</summary>
internal sealed class KeyTexts(CodeUnit unit, KnownValues values)
{
    // Texts are rarely made of texts of texts.
    private const int Depth = 8;

    /// <summary>The name of a call with its key, place or owner; <see langword="null"/> when it is unknown or the call is numbered.</summary>
    public KeyText? Of(IInvocationOperation call, DurableCallSpec spec)
    {
        if (spec.Key is not { } key || DurableOperations.Name(call, spec, values) is not { } named || OfValue(named) is not { } name || name.Identity.Length == 0)
            return null;
        var text = key switch
        {
            { Place: { } place } => KeyText.Join(name, KeyText.Constant("\n"), DurableOperations.Argument(call, place) is { } given ? OfValue(given) : name),
            { Owner: { } owner } => KeyText.Join(name, KeyText.Constant("\n"), DurableOperations.Argument(call, owner) is { } given ? OfValue(given) : null),
            { Name: not null, Options: { } options } => WithKey(name, DurableOperations.Argument(call, options.Parameter), options),
            _ => name,
        };
        return KeyText.Join(KeyText.Constant($"{key.Space}\n"), text);
    }

    /// <summary>The text of a value, or of one that stays the same.</summary>
    public KeyText? OfValue(IOperation value) => OfValue(value, Depth);

    /// <summary>The text of an argument, or the object of which a helper may read a member.</summary>
    public KeyText? OfArgument(IOperation value) => OfValue(value) ?? (Value(value, Depth) is { } part ? KeyText.Of(part) : null);

    private KeyText? WithKey(KeyText name, IOperation? given, KeyOptions options)
    {
        if (!DurableOperations.AreKnown(given, options, values))
            return KeyText.Join(name, KeyText.Constant(":"), Value(values.Origin(given!), Depth) is { } made ? KeyText.Of(made with { Text = $"{made.Text}.{options.Key}" }) : null);
        if (given is null || DurableOperations.FindKey(given, options, values) is not { } key || key.ConstantValue is { HasValue: true, Value: null })
            return name;
        return KeyText.Join(name, KeyText.Constant(":"), OfValue(key));
    }

    private KeyText? OfValue(IOperation value, int depth)
    {
        if (depth == 0)
            return null;
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant is string or char or int or long or byte ? KeyText.Constant(Convert.ToString(constant, CultureInfo.InvariantCulture)) : null;
        return value switch
        {
            IConversionOperation { IsImplicit: true } conversion => OfValue(conversion.Operand, depth),
            IParenthesizedOperation inner => OfValue(inner.Operand, depth),
            IInterpolatedStringOperation text => KeyText.Join([.. text.Parts.Select(part => OfPart(part, depth))]),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum =>
                KeyText.Join(OfValue(sum.LeftOperand, depth - 1), OfValue(sum.RightOperand, depth - 1)),
            ILocalReferenceOperation { Local: var local } when values.Variables.ValueOf(local) is { } made && OfValue(made, depth - 1) is { } text => text,
            _ when values.Origin(value) is var origin && !ReferenceEquals(origin, Operations.Unwrap(value)) && origin.ConstantValue.HasValue => OfValue(origin, depth - 1),
            _ => IsPlain(value.Type) && Value(value, depth) is { } part ? KeyText.Of(part) : null,
        };
    }

    private KeyText? OfPart(IInterpolatedStringContentOperation part, int depth) => part switch
    {
        IInterpolatedStringTextOperation { Text: var text } => OfValue(text, depth - 1),
        IInterpolationOperation { Alignment: null, FormatString: null } hole => OfValue(hole.Expression, depth - 1),
        _ => null,
    };

    // A variable that is written once, a member that is set once, or a member of such a value that stays the same.
    private KeyPart? Value(IOperation value, int depth)
    {
        if (depth == 0)
            return null;
        return Operations.Unwrap(value) switch
        {
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } when values.Variables.IsKept(parameter) && OwnerOf(parameter) is { } owner =>
                SymbolEqualityComparer.Default.Equals(owner, unit.Symbol) ? new KeyPart("", parameter.Ordinal, IsValue: true) : new KeyPart(Named(parameter), IsValue: true, Owner: owner),
            ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } when values.Variables.IsWrittenOnce(local) && OwnerOf(local) is { } owner =>
                new KeyPart(Named(local), IsValue: true, Owner: owner),
            IFieldReferenceOperation { Field: var field } when SharedValues.IsShared(field) && !IsOfGeneric(field) => new KeyPart(field.ToDisplayString(), IsValue: true),
            IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false, SetMethod.IsInitOnly: true } property } when Value(instance, depth - 1) is { } owner =>
                owner with { Text = $"{owner.Text}.{property.Name}" },
            _ => null,
        };
    }

    // Each object has its own parameters of a constructor, which any code of its class may write.
    private static IMethodSymbol? OwnerOf(ISymbol variable) => variable.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } method ? Operations.Definition(method) : null;

    // Sync<Order>.Name is another field than Sync<Refund>.Name.
    private static bool IsOfGeneric(IFieldSymbol field)
    {
        for (var type = field.ContainingType; type is not null; type = type.ContainingType)
            if (type.IsGenericType)
                return true;
        return false;
    }

    // Variables of different functions and blocks may share a name.
    private static string Named(ISymbol variable) => $"{variable.Name}@{variable.Locations[0].SourceSpan.Start.ToString(CultureInfo.InvariantCulture)}";

    // The text of such a value does not change.
    private static bool IsPlain(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) }
        || type is { TypeKind: TypeKind.Enum }
        || SymbolText.Is(type, "System", "Guid");
}

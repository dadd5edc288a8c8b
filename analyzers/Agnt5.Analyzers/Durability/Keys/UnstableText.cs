using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Follows a text to the values that it is made of, and finds those whose text another process may write otherwise. What it cannot follow, it takes as stable.</summary>
internal sealed partial class UnstableText(KnownValues values)
{
    // Texts are rarely made of texts of texts.
    private const int Depth = 12;

    private readonly List<(IOperation Place, string Reason)> _found = [];

    /// <summary>The places that make a text unstable, each with the reason.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<(IOperation Place, string Reason)> Find(IOperation text)
    {
        ReadText(text, Depth);
        return _found;
    }

    // A text, or a value of any type whose text is asked for by the code that reads it.
    private void ReadText(IOperation text, int depth)
    {
        if (depth == 0 || text.ConstantValue.HasValue)
            return;
        switch (text)
        {
            case IConversionOperation conversion:
                ReadText(conversion.Operand, depth);
                break;
            case IParenthesizedOperation inner:
                ReadText(inner.Operand, depth);
                break;
            case IInterpolatedStringOperation interpolated:
                ReadHoles(interpolated, Culture.OfProcess, depth);
                break;
            case IInterpolatedStringHandlerCreationOperation { Content: IInterpolatedStringOperation interpolated }:
                ReadHoles(interpolated, Culture.OfProcess, depth);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                ReadValue(sum.LeftOperand, format: null, Culture.OfProcess, place: null, depth - 1);
                ReadValue(sum.RightOperand, format: null, Culture.OfProcess, place: null, depth - 1);
                break;
            case IConditionalOperation choice:
                ReadText(choice.WhenTrue, depth - 1);
                if (choice.WhenFalse is { } other)
                    ReadText(other, depth - 1);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                    ReadText(arm.Value, depth - 1);
                break;
            case ICoalesceOperation choice:
                ReadText(choice.Value, depth - 1);
                ReadText(choice.WhenNull, depth - 1);
                break;
            case IConditionalAccessOperation access:
                ReadText(access.WhenNotNull, depth - 1);
                break;
            case ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation when values.Origin(text) is var origin && !ReferenceEquals(origin, text):
                ReadText(origin, depth - 1);
                break;
            case IInvocationOperation call:
                ReadCall(call, depth);
                break;
        }
    }

    private void ReadHoles(IInterpolatedStringOperation text, Culture culture, int depth)
    {
        foreach (var part in text.Parts)
            switch (part)
            {
                case IInterpolationOperation hole:
                    ReadValue(hole.Expression, TextFormat.Of(hole.FormatString), culture, place: null, depth - 1);
                    break;
                // $"…" as the argument of a method with its own way to write it.
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [{ Value: var value }, ..] arguments } call } when call.TargetMethod.Name == "AppendFormatted":
                    var format = arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value;
                    ReadValue(value, TextFormat.Of(format), culture, place: null, depth - 1);
                    break;
            }
    }

    /// <summary>Reads a value that is written as a text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">Its format, if it has one.</param>
    /// <param name="culture">How it is written.</param>
    /// <param name="place">The place to report, if it is not the value.</param>
    /// <param name="depth">How many steps may still be followed.</param>
    private void ReadValue(IOperation value, string? format, Culture culture, IOperation? place, int depth)
    {
        value = WithoutBoxing(value);
        if (depth == 0 || value.ConstantValue.HasValue)
            return;
        if (value.Type is not { SpecialType: not (SpecialType.System_String or SpecialType.System_Object), TypeKind: not (TypeKind.Interface or TypeKind.TypeParameter) } type)
        {
            ReadText(value, depth);
            return;
        }

        if (CultureText.FindPrinted(type, format, culture) is { } printed)
            _found.Add((place ?? value, OfCulture(type, printed)));
        else if (type.IsValueType)
            ReadNumber(value, depth);
        else if (type.TypeKind == TypeKind.Class && PrintedTexts.Of(type, values) is { } reason)
            _found.Add((place ?? value, reason));
    }

    // An explicit conversion makes another value, and its text is what counts.
    private static IOperation WithoutBoxing(IOperation value) => value switch
    {
        IParenthesizedOperation inner => WithoutBoxing(inner.Operand),
        IConversionOperation { IsImplicit: true, Conversion.IsUserDefined: false } conversion => WithoutBoxing(conversion.Operand),
        IConversionOperation { Type.SpecialType: SpecialType.System_Object } conversion => WithoutBoxing(conversion.Operand),
        _ => value,
    };

    private static string OfCulture(ITypeSymbol type, ITypeSymbol printed) => SymbolEqualityComparer.Default.Equals(type, printed)
        ? $"the text of a '{Name(type)}' depends on the culture of the process: format it with CultureInfo.InvariantCulture"
        : $"the text of a '{Name(type)}' holds a '{Name(printed)}', whose text depends on the culture of the process: make the key of single members";

    private static string Name(ITypeSymbol type) => type.IsAnonymousType ? "anonymous type" : type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

// Texts that calls make.
internal sealed partial class UnstableText
{
    private void ReadCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (HashCodes.DiffersInEachProcess(call))
        {
            ReadNumber(call, depth);
            return;
        }

        switch (method)
        {
            case { Name: "ToString", IsStatic: false } when call.Instance is { } value:
                ReadToString(call, value, depth);
                break;
            case { Name: "ToShortDateString" or "ToLongDateString" or "ToShortTimeString" or "ToLongTimeString" } when call.Instance is { Type: { } type } && CultureText.IsTime(type):
                _found.Add((call, OfCulture(type, type)));
                break;
            case { Name: "ToUpper" or "ToLower", ContainingType.SpecialType: SpecialType.System_String }:
                if (Cultures.Of(call) == Culture.OfProcess)
                    _found.Add((call, $"'{method.Name}' depends on the culture of the process: use {method.Name}Invariant"));
                ReadText(call.Instance!, depth - 1);
                break;
            case { Name: "Invariant", ContainingType.Name: "FormattableString" }:
                ReadFormatted(call, Culture.Fixed, depth);
                break;
            case { Name: "Create", ContainingType.SpecialType: SpecialType.System_String } when call.Arguments.Any(static argument => Cultures.IsProvider(argument)):
                ReadFormatted(call, Cultures.Of(call), depth);
                break;
            case { Name: "Format", ContainingType.SpecialType: SpecialType.System_String }:
                ReadFormat(call, depth);
                break;
            case { Name: "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String }:
                foreach (var argument in call.Arguments)
                    ReadItems(argument.Value, call, depth - 1);
                break;
            case { Name: "ToString", ContainingType.Name: "Convert" } when call.Arguments is [{ Value: var value }, ..] && Cultures.Of(call) == Culture.OfProcess:
                ReadValue(value, format: null, Culture.OfProcess, call, depth - 1);
                break;
            case { ContainingType.SpecialType: SpecialType.System_String }:
                ReadParts(call, depth);
                break;
            case { ReturnType.SpecialType: SpecialType.System_String, DeclaringSyntaxReferences: [_] } when PrintedTexts.OfMethod(method, values, isRead: true) is { } reason:
                _found.Add((call, reason));
                break;
            default:
                ReadLambdas(call, depth);
                break;
        }
    }

    private void ReadToString(IInvocationOperation call, IOperation value, int depth)
    {
        if (SymbolText.Is(value.Type, "System.Text", "StringBuilder"))
            ReadBuilder(value, depth - 1);
        else if (value.Type?.SpecialType == SpecialType.System_String)
            ReadText(value, depth - 1);
        else
            ReadValue(value, TextFormat.Of(call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value), Cultures.Of(call), call, depth - 1);
    }

    private void ReadFormatted(IInvocationOperation call, Culture culture, int depth)
    {
        foreach (var argument in call.Arguments)
            if (HoleText(argument) is { } text)
                ReadHoles(text, culture, depth);
    }

    private static IInterpolatedStringOperation? HoleText(IArgumentOperation argument) => Operations.Unwrap(argument.Value) switch
    {
        IInterpolatedStringOperation text => text,
        IInterpolatedStringHandlerCreationOperation { Content: IInterpolatedStringOperation text } => text,
        _ => null,
    };

    private void ReadFormat(IInvocationOperation call, int depth)
    {
        var format = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format")?.Value.ConstantValue.Value as string;
        var given = call.Arguments
            .Where(static argument => argument.Parameter?.Name is not ("format" or "provider"))
            .SelectMany(static argument => argument.ArgumentKind == ArgumentKind.ParamArray ? Items(argument.Value) : [argument.Value])
            .ToArray();
        for (var number = 0; number < given.Length; number++)
            ReadValue(given[number], format is null ? null : TextFormat.OfHole(format, number), Cultures.Of(call), call, depth - 1);
    }

    // Methods of a text make a text of its parts: Trim, Replace, Substring.
    private void ReadParts(IInvocationOperation call, int depth)
    {
        if (call.Instance is { } instance)
            ReadText(instance, depth - 1);
        foreach (var argument in call.Arguments)
            if (argument.Value.Type?.SpecialType == SpecialType.System_String)
                ReadText(argument.Value, depth - 1);
    }

    // items.Select(item => $"{item.Price}")
    private void ReadLambdas(IInvocationOperation call, int depth)
    {
        foreach (var argument in call.Arguments)
            if (Operations.Unwrap(argument.Value) is IAnonymousFunctionOperation { Symbol.ReturnType.SpecialType: SpecialType.System_String } lambda)
                foreach (var text in PrintedTexts.Returned(lambda.Body))
                    ReadText(text, depth - 1);
            else if (Operations.Unwrap(argument.Value) is IInvocationOperation { Type: { } type } inner && (CultureText.ItemOf(type) is not null || type.SpecialType == SpecialType.System_String))
                ReadLambdas(inner, depth - 1);
    }
}

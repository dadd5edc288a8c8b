using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

// Texts that are made piece by piece.
internal sealed partial class UnstableText
{
    // new StringBuilder().Append(a).Append(b), and what is appended to a variable elsewhere.
    private void ReadBuilder(IOperation builder, int depth)
    {
        for (; depth > 0; depth--)
            switch (Operations.Unwrap(builder))
            {
                case IInvocationOperation { Instance: { } before } call:
                    ReadAppended(call, depth - 1);
                    builder = before;
                    break;
                case IObjectCreationOperation creation:
                    foreach (var argument in creation.Arguments)
                        ReadText(argument.Value, depth - 1);
                    return;
                case ILocalReferenceOperation { Local: var local }:
                    foreach (var use in values.Variables.UsesOf(local))
                        ReadUse(use, depth - 1);
                    if (values.Variables.ValueOf(local) is not { } made)
                        return;
                    builder = made;
                    break;
                default:
                    return;
            }
    }

    private void ReadAppended(IInvocationOperation call, int depth)
    {
        switch (call.TargetMethod.Name)
        {
            case "AppendFormat":
                ReadFormat(call, depth);
                break;
            case "AppendJoin":
                foreach (var argument in call.Arguments)
                    ReadItems(argument.Value, place: null, depth);
                break;
            case "Append" or "AppendLine" or "Insert" when call.Arguments.FirstOrDefault(static argument => HoleText(argument) is not null) is { } text:
                ReadHoles(HoleText(text)!, Cultures.Of(call), depth);
                break;
            case "Append" or "AppendLine":
                foreach (var argument in call.Arguments.Take(1))
                    ReadValue(argument.Value, format: null, Culture.OfProcess, place: null, depth);
                break;
            case "Insert":
                foreach (var argument in call.Arguments.Skip(1).Take(1))
                    ReadValue(argument.Value, format: null, Culture.OfProcess, place: null, depth);
                break;
        }
    }

    // text.Append(a).Append(b)
    private void ReadUse(IOperation builder, int depth)
    {
        var use = builder.Parent;
        while (use is IInvocationOperation { TargetMethod: { Name: not "ToString", ContainingType.Name: "StringBuilder" } } call)
        {
            ReadAppended(call, depth);
            use = call.Parent;
        }
    }
}

using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

// Numbers whose text is the same everywhere, and that differ themselves.
internal sealed partial class UnstableText
{
    // The text of an integer is the same everywhere, but a hash code is not the same integer.
    private void ReadNumber(IOperation value, int depth)
    {
        if (depth == 0)
            return;
        Work.Count(WorkKind.Operation);
        switch (value)
        {
            case IInvocationOperation call when HashCodes.DiffersInEachProcess(call):
                _found.Add((call, "a hash code differs in each process: use the value itself"));
                break;
            case ILocalReferenceOperation when values.Origin(value) is var origin && !ReferenceEquals(origin, value):
                ReadNumber(origin, depth - 1);
                break;
            case IConversionOperation or IParenthesizedOperation or IUnaryOperation or IBinaryOperation or IConditionalOperation or IArgumentOperation:
            case IInvocationOperation { TargetMethod.ContainingType.Name: "Math" }:
                foreach (var child in value.ChildOperations)
                    ReadNumber(child, depth - 1);
                break;
        }
    }
}

using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>A durable call on a workflow's context.</summary>
internal enum DurableKind
{
    Step,
    Sleep,
    Question,
    Signal,
    Yield,
}

/// <summary>Tells durable calls, and what they are found again by.</summary>
internal static class DurableOperations
{
    /// <summary>Which durable call an invocation is, or <see langword="null"/> when it is none.</summary>
    public static DurableKind? Find(IInvocationOperation call, KnownSymbols known) =>
        KindOf(call.TargetMethod.Name) is { } kind && ParameterRoles.IsContext(call.TargetMethod.ContainingType, known) ? kind : null;

    /// <summary>Whether the slice may be suspended at the call until something happens outside.</summary>
    public static bool Waits(DurableKind kind) => kind != DurableKind.Step;

    /// <summary>What the call is found again by: the arguments that name it, and a step's key where it is given in place.</summary>
    public static IEnumerable<IOperation> KeyParts(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (argument.Parameter is { Name: "name" or "signal" or "step", Type.SpecialType: SpecialType.System_String })
                yield return argument.Value;
            else if (FindKeyInOptions(argument.Value) is { } key)
                yield return key;
        }
    }

    /// <summary>The argument for a parameter, unless it was left out.</summary>
    public static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>The key in <c>new StepOptions { Key = … }</c>, or <see langword="null"/> when the options are not written in place or have none.</summary>
    public static IOperation? FindKeyInOptions(IOperation options)
    {
        if (Operations.Unwrap(options) is not IObjectCreationOperation { Type.Name: "StepOptions", Initializer: { } initializer })
            return null;
        foreach (var member in initializer.Initializers)
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Key" } } assignment)
                return assignment.Value;
        return null;
    }

    private static DurableKind? KindOf(string method) => method switch
    {
        "StepAsync" => DurableKind.Step,
        "SleepAsync" or "SleepUntilAsync" => DurableKind.Sleep,
        "AskAsync" or "AskManyAsync" => DurableKind.Question,
        "WaitForSignalAsync" => DurableKind.Signal,
        "YieldIfNeededAsync" => DurableKind.Yield,
        _ => null,
    };
}

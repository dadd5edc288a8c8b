using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>A durable call on the context of a workflow or agent.</summary>
internal enum DurableKind
{
    Step,
    Sleep,
    Question,
    Signal,
    Yield,

    /// <summary>One call of an agent's model, which is a step.</summary>
    Model,

    /// <summary>A turn of an agent, which may ask a person.</summary>
    Agent,
}

/// <summary>Tells durable calls, and what they are found again by.</summary>
internal static class DurableOperations
{
    /// <summary>Which durable call an invocation is, or <see langword="null"/> when it is none.</summary>
    public static DurableKind? Find(IInvocationOperation call, KnownSymbols known) =>
        KindOf(call.TargetMethod.Name) is { } kind && ParameterRoles.IsContext(call.TargetMethod.ContainingType, known) ? kind : null;

    /// <summary>Whether the slice may be suspended at the call until something happens outside.</summary>
    public static bool Waits(DurableKind kind) => kind is not (DurableKind.Step or DurableKind.Model);

    /// <summary>What names a call, or <see langword="null"/> when it is numbered or what names it is not written in place.</summary>
    public static IOperation? Name(IInvocationOperation call, DurableKind kind)
    {
        var name = kind switch
        {
            DurableKind.Step or DurableKind.Sleep => Argument(call, "name"),
            DurableKind.Signal => Argument(call, "signal"),
            DurableKind.Model => Argument(call, "key"),
            // In a session a turn is found again by how far the session is.
            DurableKind.Agent when Argument(call, "options") is { } options && FindInOptions(options, "SessionId") is null => FindKeyInOptions(options),
            _ => null,
        };
        return name is { ConstantValue: { HasValue: true, Value: null } } ? null : name;
    }

    /// <summary>What the call is found again by: the arguments that name it, and the key of a step, or the key and session of an agent call, where they are given in place.</summary>
    public static IEnumerable<IOperation> KeyParts(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                continue;
            if (argument.Parameter is { Name: "name" or "signal" or "step" or "key", Type.SpecialType: SpecialType.System_String })
                yield return argument.Value;
            if (FindKeyInOptions(argument.Value) is { } key)
                yield return key;
            if (FindInOptions(argument.Value, "SessionId") is { } session)
                yield return session;
        }
    }

    /// <summary>The argument for a parameter, unless it was left out.</summary>
    public static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>The key in <c>new StepOptions { Key = … }</c> or <c>new AgentCallOptions { Key = … }</c>, or <see langword="null"/> when the options are not written in place or have none.</summary>
    public static IOperation? FindKeyInOptions(IOperation options) => FindInOptions(options, "Key");

    private static IOperation? FindInOptions(IOperation options, string property)
    {
        if (Operations.Unwrap(options) is not IObjectCreationOperation { Type.Name: "StepOptions" or "AgentCallOptions", Initializer: { } initializer })
            return null;
        foreach (var member in initializer.Initializers)
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment && name == property)
                return assignment.Value;
        return null;
    }

    private static DurableKind? KindOf(string method) => method switch
    {
        "StepAsync" => DurableKind.Step,
        "SleepAsync" or "SleepUntilAsync" => DurableKind.Sleep,
        "AskAsync" or "AskManyAsync" or "AskApprovalAsync" or "TryAskAsync" or "TryAskManyAsync" => DurableKind.Question,
        "WaitForSignalAsync" or "TryWaitForSignalAsync" => DurableKind.Signal,
        "YieldIfNeededAsync" => DurableKind.Yield,
        "CallModelAsync" => DurableKind.Model,
        "RunAsync" or "RunAgentAsync" => DurableKind.Agent,
        _ => null,
    };
}

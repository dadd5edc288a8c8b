using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>What a durable call is recorded under, as far as it is constant.</summary>
internal static class KeyText
{
    /// <summary>The key of a step, named sleep or model call, the signal with its waiting step, or an agent call's key with the agent; <see langword="null"/> when it is not constant or the call is numbered.</summary>
    public static string? Find(IInvocationOperation call, DurableKind kind) => kind switch
    {
        DurableKind.Step => Step(call),
        DurableKind.Sleep or DurableKind.Model => Constant(DurableOperations.Name(call, kind)),
        DurableKind.Signal => Signal(call),
        DurableKind.Agent => Agent(call),
        _ => null,
    };

    /// <summary>How a message names a call's kind.</summary>
    public static string Of(DurableKind kind) => kind switch
    {
        DurableKind.Step => "step",
        DurableKind.Sleep => "sleep",
        DurableKind.Model => "model call",
        DurableKind.Agent => "agent call",
        _ => "signal",
    };

    private static string? Step(IInvocationOperation call)
    {
        if (Constant(DurableOperations.Argument(call, "name")) is not { } name)
            return null;
        if (DurableOperations.Argument(call, "options") is not { } options || Operations.Unwrap(options).ConstantValue is { HasValue: true, Value: null })
            return name;
        // Options that are not written in place may have any key.
        if (Operations.Unwrap(options) is not IObjectCreationOperation { Type.Name: "StepOptions" })
            return null;
        return DurableOperations.FindKeyInOptions(options) is { } key && key.ConstantValue is not { HasValue: true, Value: null } ? Constant(key) is { } text ? $"{name}:{text}" : null : name;
    }

    private static string? Signal(IInvocationOperation call)
    {
        if (Constant(DurableOperations.Argument(call, "signal")) is not { } signal)
            return null;
        return DurableOperations.Argument(call, "step") is not { } step ? $"{signal}\n{signal}" : Constant(step) is { } text ? $"{signal}\n{text}" : null;
    }

    private static string? Agent(IInvocationOperation call) =>
        Constant(DurableOperations.Name(call, DurableKind.Agent)) is { } key && Constant(DurableOperations.Argument(call, "agent")) is { } agent ? $"{key}\n{agent}" : null;

    private static string? Constant(IOperation? operation) =>
        operation?.ConstantValue is { HasValue: true, Value: string { Length: > 0 } text } ? text : null;
}

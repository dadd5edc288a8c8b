using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Tells what code learns of the failure of a task.</summary>
internal static class Tasks
{
    // These throw what the task threw, or keep it for later.
    private static readonly HashSet<string> Throws = new(StringComparer.Ordinal) { "WhenAll", "ConfigureAwait", "GetAwaiter", "GetResult", "Wait", "WaitAll", "AsTask", "Add" };

    /// <summary>Whether the code around a call goes on only when the call has succeeded.</summary>
    public static bool IsAwaited(IOperation call) => Operations.Consumer(call) switch
    {
        IAwaitOperation or IReturnOperation => true,
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured => Operations.Consumer(configured) is IAwaitOperation,
        _ => false,
    };

    /// <summary>Whether the task of a call is put where other functions find it.</summary>
    public static bool IsKeptElsewhere(IOperation call) => Operations.Consumer(call) switch
    {
        IAssignmentOperation { Target: not (ILocalReferenceOperation or IDiscardOperation) } => true,
        IArgumentOperation { Parent: IObjectCreationOperation } => true,
        _ => false,
    };

    /// <summary>Whether a call may learn of a task's failure without an exception.</summary>
    public static bool MayHideFailure(IInvocationOperation call) =>
        GoesOnAfterFailure(call.TargetMethod) || ((Is(call.Instance?.Type) || AreIn(call.Arguments)) && !(Throws.Contains(call.TargetMethod.Name) && IsOfFramework(call.TargetMethod)));

    /// <summary>Whether a task, or several, are among the arguments.</summary>
    public static bool AreIn(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (Is(Operations.Unwrap(argument.Value).Type))
                return true;
        return false;
    }

    /// <summary>Whether a type is that of a task, or of several.</summary>
    public static bool Is(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol { ElementType: var item }:
                return Is(item);
            case INamedTypeSymbol { Name: "Task" or "ValueTask" }:
                return true;
            case INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments }:
                foreach (var argument in arguments)
                    if (Is(argument))
                        return true;
                return false;
            default:
                return false;
        }
    }

    public static bool GoesOnAfterFailure(IOperation call) => Operations.Consumer(call) is IInvocationOperation { TargetMethod: var method } && GoesOnAfterFailure(method);

    // ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)
    private static bool GoesOnAfterFailure(IMethodSymbol method) =>
        method is { Name: "ConfigureAwait", Parameters: [{ Type.SpecialType: not SpecialType.System_Boolean }] };

    private static bool IsOfFramework(IMethodSymbol method) => method.ContainingNamespace is
        { Name: "Tasks", ContainingNamespace.Name: "Threading" } or { Name: "CompilerServices", ContainingNamespace.Name: "Runtime" } or { Name: "Generic", ContainingNamespace.Name: "Collections" };
}

using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Notes where code touches state that lives as long as the invocation: <c>ctx.Get</c>, <c>ctx.Set</c>, and the fields of the component's own class.</summary>
internal static class StateOfInvocation
{
    /// <summary>Notes a call of the context.</summary>
    public static void Inspect(IInvocationOperation call, KnownSymbols known, CodeUnit unit)
    {
        if (call.TargetMethod.Name is "Get" or "Set" or "Delete"
            && ParameterRoles.IsContext(call.TargetMethod.ContainingType, known)
            && DurableOperations.Argument(call, "key")?.ConstantValue is { HasValue: true, Value: string key })
            unit.State.Add(new(key, call.TargetMethod.Name != "Get", OperationLocation.Of(call)));
    }

    /// <summary>Notes a field or property of a class that is constructed for each invocation.</summary>
    public static void Add(IMemberReferenceOperation reference, bool isRead, bool isWritten, CodeUnit unit)
    {
        var name = $"{reference.Member.ContainingType.Name}.{reference.Member.Name}";
        if (isRead)
            unit.State.Add(new(name, IsWrite: false, reference.Syntax.GetLocation()));
        if (isWritten)
            unit.State.Add(new(name, IsWrite: true, reference.Syntax.GetLocation()));
    }
}

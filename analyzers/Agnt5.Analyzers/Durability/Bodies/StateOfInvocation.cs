using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Notes where code touches what lives as long as the invocation: <c>ctx.Get</c>, <c>ctx.Set</c>, and the fields of the component's own class.</summary>
internal static class StateOfInvocation
{
    public static void Inspect(IInvocationOperation call, KnownSymbols known, CodeUnit unit)
    {
        if (call.TargetMethod.Name is "Get" or "Set" or "Delete"
            && ParameterRoles.IsContext(call.TargetMethod.ContainingType, known)
            && DurableOperations.Argument(call, "key")?.ConstantValue is { HasValue: true, Value: string key })
            unit.State.Add(new($"\"{key}\"", call.TargetMethod.Name != "Get", OperationLocation.Of(call)));
    }

    public static void Inspect(IMemberReferenceOperation reference, ISymbol member, bool isRead, bool isWritten, KnownSymbols known, CodeUnit unit)
    {
        if (member.IsStatic || reference.Instance is not IInstanceReferenceOperation || !IsComponentClass(member.ContainingType, known))
            return;
        var name = $"{member.ContainingType.Name}.{member.Name}";
        if (isRead)
            unit.State.Add(new(name, IsWrite: false, reference.Syntax.GetLocation()));
        if (isWritten)
            unit.State.Add(new(name, IsWrite: true, reference.Syntax.GetLocation()));
    }

    // An instance of it is made for each invocation.
    private static bool IsComponentClass(INamedTypeSymbol type, KnownSymbols known) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(method => !method.IsStatic && ComponentMark.IsComponent(method, known));
}

using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4010: a step makes no durable calls.</summary>
internal static class DurableCallInStep
{
    public static void Inspect(IInvocationOperation call, CodeUnit unit) =>
        unit.Findings.Add(new(Rules.DurableCallInStep, OperationLocation.Of(call), Role.Step, call.TargetMethod.Name));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4013: the workflow's own code stays on the workflow's thread.</summary>
internal static class ConfigureAwaitFalse
{
    private const int ContinueOnCapturedContext = 1;

    public static void Inspect(IInvocationOperation call, CodeUnit unit)
    {
        if (call.TargetMethod.Name == "ConfigureAwait" && LeavesContext(call) && Operations.Consumer(call) is IAwaitOperation or IForEachLoopOperation or null)
            unit.Findings.Add(new(Rules.ConfigureAwaitFalse, OperationLocation.Of(call), Role.AnyBody));
    }

    private static bool LeavesContext(IInvocationOperation call) => call.Arguments.LastOrDefault()?.Value.ConstantValue switch
    {
        { HasValue: true, Value: bool continues } => !continues,
        { HasValue: true, Value: int options } when call.TargetMethod.Parameters.Last().Type.TypeKind == TypeKind.Enum => (options & ContinueOnCapturedContext) == 0,
        _ => false,
    };
}

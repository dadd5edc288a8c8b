using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4019: of several questions and signals that race, AGNT5 waits for one at a time.</summary>
internal static class RacedWaits
{
    public static void Inspect(IInvocationOperation call, KnownSymbols known, CodeUnit unit)
    {
        if (call.TargetMethod.Name != "WhenAny" || !SymbolText.Is(call.TargetMethod.ContainingType, "System.Threading.Tasks", "Task"))
            return;
        var waits = call.Arguments.SelectMany(static argument => Tasks(argument.Value)).Count(task => IsWait(Operations.Unwrap(task), call, known));
        if (waits > 1)
            unit.Findings.Add(new(Rules.RacedWaits, OperationLocation.Of(call), Role.AnyBody));
    }

    private static IEnumerable<IOperation> Tasks(IOperation argument) => Operations.Unwrap(argument) switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [argument],
    };

    private static bool IsWait(IOperation task, IOperation call, KnownSymbols known) => task switch
    {
        IInvocationOperation wait => DurableOperations.Find(wait, known) is { WaitsForMessage: true },
        ILocalReferenceOperation { Local: var local } => Operations.FindInitializer(local, call) is IInvocationOperation wait && IsWait(wait, call, known),
        _ => false,
    };
}

using Agnt5.Analyzers.Durability;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>
/// Finds calls that work the same as a step. A replay does not run a step, so the call's whole effect must be in its result, or outside of the process.
/// </summary>
internal static class StepCandidate
{
    // A replay does not have an opened connection, a filled buffer or a tracked entity.
    private static readonly string[] ChangesItsObject =
    [
        "Accept", "Begin", "Bind", "ChangeDatabase", "Close", "Commit", "Connect", "Listen", "Load", "Move", "NextResult", "Open", "Prepare", "Read", "Receive", "Refresh",
        "Rollback", "SaveChanges", "Start", "Wait",
    ];

    /// <summary>Whether the call may become a step.</summary>
    /// <param name="result">The type of its result, awaited; <see langword="null"/> for none.</param>
    public static bool Holds(IInvocationOperation call, ITypeSymbol? result, WorkflowCode code) =>
        !(IsOnObject(call) && ChangesItsObject.Any(name => call.TargetMethod.Name.StartsWith(name, StringComparison.Ordinal)))
        && !IsConnected(call)
        && !(IsTracked(call) && result is not { SpecialType: not SpecialType.None })
        && (result is null || CrossesTheWire(result, code))
        && Operations.WithFunctions(call).All(inner => ReferenceEquals(inner, call) || StaysInside(inner, code));

    private static bool IsOnObject(IInvocationOperation call) => !call.TargetMethod.IsStatic || call.TargetMethod.IsExtensionMethod;

    // A replay makes a new connection, and nothing went over that one.
    private static bool IsConnected(IInvocationOperation call) => call.TargetMethod.ContainingNamespace.ToDisplayString() is "System.Net.Sockets" or "System.Net.WebSockets";

    private static bool IsTracked(IInvocationOperation call) => call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);

    private static bool CrossesTheWire(ITypeSymbol type, WorkflowCode code)
    {
        if (DurableCalls.FindOpen(type) is not null)
            return false;
        var explored = WireTypes.Explore(type, type.Name, JsonUse.Both, code.Known, code.CancellationToken);
        // A value of type object comes back as a JsonElement, also where no member of the result says so: a reply of a model has some in its additional properties.
        return explored.IsSound && explored.Problems.Count == 0 && !explored.Types.Any(static made => made is ScalarModel { CSharpName: "object" });
    }

    // The step then evaluates the arguments of the call: they must neither wait nor write, and must not ask the context.
    private static bool StaysInside(IOperation operation, WorkflowCode code) => operation switch
    {
        IAwaitOperation or IDeclarationExpressionOperation => false,
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation =>
            !IsSet(operation) && (!IsContext(operation, code) || (operation.Parent is { } use && InvocationToken.Is(use, code.Known))),
        IArgumentOperation { Parameter.Type: INamedTypeSymbol { Name: "Memory" or "Span" } } => false,
        _ => true,
    };

    // No other code sees a member that an initializer sets on a new object.
    private static bool IsSet(IOperation variable) => Assignments.Of(variable).IsWritten && variable.Parent?.Parent is not IObjectOrCollectionInitializerOperation;

    private static bool IsContext(IOperation variable, WorkflowCode code) => variable.Type is { } type && ParameterRoles.IsContext(type, code.Known);
}

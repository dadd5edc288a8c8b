using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Separates I/O that changes something outside of the process from I/O that reads.</summary>
internal static class OutsideChanges
{
    /// <summary>Whether a call is certain to be such a change.</summary>
    /// <param name="api">The entry for the call.</param>
    public static bool Is(IInvocationOperation call, ForbiddenApi api) =>
        api.IsChange(call.TargetMethod) && (Request(call) is not { } request || IsSentToChange(Operations.Unwrap(request), call));

    private static IOperation? Request(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            if (SymbolText.Is(argument.Parameter?.Type, "System.Net.Http", "HttpRequestMessage"))
                return argument.Value;
        return null;
    }

    // A request that was made elsewhere may have any method.
    private static bool IsSentToChange(IOperation request, IOperation call) => request switch
    {
        ILocalReferenceOperation { Local: var variable } => Operations.FindInitializer(variable, call) is { } made && IsSentToChange(made, call),
        IObjectCreationOperation creation => Method(creation) is IPropertyReferenceOperation { Property: { Name: "Post" or "Put" or "Patch" or "Delete", ContainingType.Name: "HttpMethod" } },
        _ => false,
    };

    private static IOperation? Method(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
            if (argument.Parameter is { Name: "method" })
                return Operations.Unwrap(argument.Value);
        foreach (var member in creation.Initializer?.Initializers ?? [])
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Method" } } assignment)
                return Operations.Unwrap(assignment.Value);
        return null;
    }
}

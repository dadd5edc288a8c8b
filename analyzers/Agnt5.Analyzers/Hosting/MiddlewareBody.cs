using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>Reads how a middleware lambda uses the body of a request.</summary>
/// <param name="body">The lambda's body.</param>
/// <param name="request">The type of requests.</param>
internal sealed class MiddlewareBody(IOperation body, INamedTypeSymbol request)
{
    /// <summary>Finds where the middleware consumes the body of every request. It ignores a body that is put back, or consumed only for some requests.</summary>
    public (IOperation Operation, string Text)? Find()
    {
        if (IsSelective())
            return null;
        foreach (var operation in body.Descendants().Counted(WorkKind.Operation))
            if (IsBody(operation) && operation.Parent is IAssignmentOperation assignment && assignment.Target == operation)
                return (operation, "rewrites the body");
        return IsRewound() ? null : body.Descendants().Counted(WorkKind.Operation).FirstOrDefault(IsRead) is { } read ? (read, "reads the body") : null;
    }

    // A condition on the request decides, and the analyzer does not guess which requests it means.
    private bool IsSelective() => body.Descendants().Counted(WorkKind.Operation)
        .Select(static operation => (operation as IConditionalOperation)?.Condition)
        .OfType<IOperation>()
        .SelectMany(static condition => condition.DescendantsAndSelf().Counted(WorkKind.Operation))
        .Any(operation => operation is IPropertyReferenceOperation { Property: { Name: not "Body" } property } && HostSymbols.IsIn(property, request)
            || operation is IInvocationOperation { TargetMethod.Name: "GetEndpoint" });

    private bool IsRewound() => body.Descendants().Counted(WorkKind.Operation).Any(operation => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Position", Instance: { } stream } } => IsBody(stream),
        IInvocationOperation { TargetMethod.Name: "Seek", Instance: { } stream } => IsBody(stream),
        _ => false,
    });

    private bool IsRead(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "BodyReader" or "Form" } property } => HostSymbols.IsIn(property, request),
        IInvocationOperation { TargetMethod.Name: "ReadFormAsync" or "ReadFromJsonAsync" } call =>
            Same(call.Instance?.Type) || Same(call.Arguments.FirstOrDefault()?.Value.Type),
        _ => IsBody(operation) && operation.Parent is IArgumentOperation or IInvocationOperation or IConversionOperation { Parent: IArgumentOperation },
    };

    private bool IsBody(IOperation operation) => operation is IPropertyReferenceOperation { Property: { Name: "Body" } property } && HostSymbols.IsIn(property, request);

    private bool Same(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type, request);
}

using Agnt5.Analyzers.Durability;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Recognizes the token of the invocation, which durable calls and step bodies observe anyway.</summary>
internal static class InvocationToken
{
    public static bool Is(IOperation token, KnownSymbols known) => Operations.Unwrap(token) switch
    {
        IPropertyReferenceOperation { Property: { Name: "CancellationToken", ContainingType: var type } } => ParameterRoles.IsContext(type, known),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } =>
            ComponentMark.IsComponent(method, known) && ParameterRoles.Of(parameter, known) == ParameterRole.CancellationToken,
        _ => false,
    };

    /// <summary>Whether it is <c>default</c> or <c>CancellationToken.None</c>.</summary>
    public static bool IsNone(IOperation token) => Operations.Unwrap(token) is IDefaultValueOperation or IPropertyReferenceOperation { Property.Name: "None" };
}

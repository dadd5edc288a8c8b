using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Durability;

/// <summary>The locations of findings: the shortest text that names the problem.</summary>
internal static class OperationLocation
{
    /// <summary>A call without its arguments, and without the call chain before it; anything else as it stands.</summary>
    public static Location Of(IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: not (NameSyntax
            or PredefinedTypeSyntax or ThisExpressionSyntax or MemberAccessExpressionSyntax) } access } =>
            access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        InvocationExpressionSyntax call => call.Expression.GetLocation(),
        _ => operation.Syntax.GetLocation(),
    };
}

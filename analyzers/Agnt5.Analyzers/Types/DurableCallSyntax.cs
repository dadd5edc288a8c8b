using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Types;

/// <summary>The location to report for a durable call: its name, because the call itself may span the whole body of a step.</summary>
internal static class DurableCallSyntax
{
    public static Location NameLocation(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax { Expression: var expression }
        ? (expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => expression,
        }).GetLocation()
        : call.Syntax.GetLocation();
}

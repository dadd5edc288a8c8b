using Agnt5.Analyzers.Durability;
using Agnt5.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Passes a token to a call that takes one and was given none.</summary>
internal static class TokenArgument
{
    /// <summary>The edit that does so, or <see langword="null"/> when the call has no place for a token.</summary>
    public static AddArgument? Find(IInvocationOperation operation, string token, WorkflowCode code)
    {
        if (!IgnoredToken.CouldTakeToken(operation)
            || operation.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call
            || code.Model.GetSymbolInfo(call, code.CancellationToken).Symbol is not IMethodSymbol method
            || Parameter(operation, method) is not { } parameter)
            return null;
        var isNext = parameter.Ordinal == arguments.Count && arguments.All(static argument => argument.NameColon is null);
        return new(code.Document.Id, call.Span, isNext ? null : parameter.Name, token);
    }

    // As the call is written, which gives an extension one parameter less.
    private static IParameterSymbol? Parameter(IInvocationOperation operation, IMethodSymbol method) =>
        method.Parameters.LastOrDefault(parameter => parameter.IsOptional && IgnoredToken.IsToken(parameter))
        ?? operation.TargetMethod.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .FirstOrDefault(overload => !method.IsExtensionMethod && IgnoredToken.IsSameWithToken(method, overload))?.Parameters.Last();
}

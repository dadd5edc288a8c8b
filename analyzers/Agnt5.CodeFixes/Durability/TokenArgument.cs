using Agnt5.Analyzers.Durability;
using Agnt5.CodeFixes.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Passes a token to a call that can take one and has none.</summary>
internal static class TokenArgument
{
    /// <summary>The edit, or <see langword="null"/> when the call cannot take a token.</summary>
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

    // The method in the form of the call: an extension method has one parameter less.
    private static IParameterSymbol? Parameter(IInvocationOperation operation, IMethodSymbol method) =>
        method.Parameters.LastOrDefault(parameter => parameter.IsOptional && IgnoredToken.IsToken(parameter))
        ?? operation.TargetMethod.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .FirstOrDefault(overload => !method.IsExtensionMethod && IgnoredToken.IsSameWithToken(method, overload))?.Parameters.Last();
}

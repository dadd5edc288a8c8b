using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4020: a step body passes its token on, so that it ends when the budget does. A parameter called <c>_</c> says that this is on purpose.</summary>
internal static class IgnoredToken
{
    public static void Inspect(IMethodSymbol function, IBlockOperation body, KnownSymbols known, CodeUnit unit)
    {
        if (function.MethodKind != MethodKind.AnonymousFunction)
            return;
        var token = function.Parameters.FirstOrDefault(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, known.CancellationToken));
        var mentions = Operations.WithFunctions(body).Any(operation => SymbolEqualityComparer.Default.Equals(operation.Type, known.CancellationToken) && operation is not IDefaultValueOperation);
        if (mentions || token is { Name: "_" })
            return;
        var calls = Operations.WithFunctions(body).OfType<IInvocationOperation>().ToArray();
        if (token is not null && calls.Any(call => TakesTime(call) || CouldTakeToken(call)))
            unit.Findings.Add(new(Rules.IgnoredToken, token.Locations[0], Role.StepEntry));
        else if (token is null && function.Parameters.IsEmpty && body.Syntax.Parent is LambdaExpressionSyntax lambda && calls.Any(CouldTakeToken))
            unit.Findings.Add(new(Rules.IgnoredToken, lambda is ParenthesizedLambdaExpressionSyntax { ParameterList: var list } ? list.GetLocation() : lambda.GetLocation(), Role.StepEntry));
    }

    private static bool TakesTime(IInvocationOperation call) =>
        call.TargetMethod.ReturnType is { Name: "Task" or "ValueTask" } && call.TargetMethod.ContainingType.Name is not ("Task" or "ValueTask");

    /// <summary>Whether a call leaves out a token that it, or an overload, takes.</summary>
    internal static bool CouldTakeToken(IInvocationOperation call) =>
        call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && IsToken(argument.Parameter))
        || call.TargetMethod.ContainingType.GetMembers(call.TargetMethod.Name).OfType<IMethodSymbol>().Any(overload => IsSameWithToken(call.TargetMethod, overload));

    internal static bool IsSameWithToken(IMethodSymbol method, IMethodSymbol overload) =>
        overload.Parameters.Length == method.Parameters.Length + 1
        && overload.IsStatic == method.IsStatic
        && overload.Arity == method.Arity
        && IsToken(overload.Parameters.Last())
        && method.OriginalDefinition.Parameters.Zip(overload.Parameters, static (mine, theirs) => SymbolEqualityComparer.Default.Equals(mine.Type, theirs.Type) || mine.Type is ITypeParameterSymbol)
            .All(static same => same);

    internal static bool IsToken(IParameterSymbol? parameter) => parameter?.Type is { Name: "CancellationToken" } type && SymbolText.Is(type, "System.Threading", "CancellationToken");
}

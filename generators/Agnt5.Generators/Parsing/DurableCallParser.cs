using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>Finds the calls of steps, signals, agents and events, and the types that they put on the wire.</summary>
internal static class DurableCallParser
{
    /// <summary>Whether an invocation may be such a call, by its name alone.</summary>
    public static bool IsCandidate(InvocationExpressionSyntax call) =>
        NameOf(call) is { } name && DurableCalls.MayBe(name.Identifier.ValueText, name is GenericNameSyntax) && !OldLanguage.Has(call);

    /// <summary>Reads a call, or returns <see langword="null"/> when it needs no metadata.</summary>
    public static DurableCallModel? Parse(InvocationExpressionSyntax invocation, SemanticModel model, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol method || DurableCalls.Find(method, known) is not { } call)
            return null;

        var types = new TypeCollection(known, cancellationToken);
        var type = types.Add(call.Type, call.Use);
        if (types.AreSound)
            return new(call.Use.HasFlag(JsonUse.Write) ? type : null, call.IsAnswer ? type : null, types.Models, call.IsStep);
        return BrokenRules.OfCall(call, NameOf(invocation)!, model, known, cancellationToken) is { } leftOut
            ? new(Written: null, Answer: null, Types: default, call.IsStep) { LeftOut = leftOut }
            : null;
    }

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}

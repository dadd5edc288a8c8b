using Agnt5.Generators.Models;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Parsing;

/// <summary>Finds the calls of steps, signals, agents and events, and the types that they put on the wire.</summary>
internal static class DurableCallParser
{
    private static readonly Remembered<DurableCallModel> Known = new();

    /// <summary>Whether a node may be such a call, by its name alone.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancellationToken) =>
        node is InvocationExpressionSyntax call && NameOf(call) is { } name && DurableCalls.MayBe(name.Identifier.ValueText, name is GenericNameSyntax) && !OldLanguage.Has(node);

    /// <summary>Reads a call, or returns <see langword="null"/> when it needs no metadata.</summary>
    public static DurableCallModel? Parse(GeneratorSyntaxContext context, CancellationToken cancellationToken) =>
        Known.GetOrRead(context.Node, context.SemanticModel.Compilation, context, Read, cancellationToken);

    private static DurableCallModel? Read(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        if (KnownSymbols.Of(context.SemanticModel.Compilation) is not { } known || Find(context, known, cancellationToken) is not { } call)
            return null;

        var types = new TypeCollection(known, cancellationToken);
        var type = types.Add(call.Type, call.Use);
        if (types.AreSound)
            return new(call.Use.HasFlag(JsonUse.Write) ? type : null, call.IsAnswer ? type : null, types.Models, call.IsStep);
        return BrokenRules.OfCall(call, NameOf((InvocationExpressionSyntax)context.Node)!, context.SemanticModel, known, cancellationToken) is { } leftOut
            ? new(Written: null, Answer: null, Types: default, call.IsStep) { LeftOut = leftOut }
            : null;
    }

    private static DurableCall? Find(GeneratorSyntaxContext context, KnownSymbols known, CancellationToken cancellationToken) =>
        context.SemanticModel.GetSymbolInfo(context.Node, cancellationToken).Symbol is IMethodSymbol method ? DurableCalls.Find(method, known) : null;

    private static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}

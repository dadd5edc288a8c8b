using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1013: a trigger or policy, or an attribute that carries policies, is in a place where nothing reads it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisplacedPolicyAnalyzer() : RuleAnalyzer(Rules.PolicyWithoutComponent)
{
    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols known)
    {
        start.RegisterSymbolAction(
            symbol => Report(Find(symbol.Symbol, known, symbol.CancellationToken), symbol.ReportDiagnostic), SymbolKind.Method, SymbolKind.NamedType);
        start.RegisterSyntaxNodeAction(node => ReportNested(node, known), SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
    }

    // Symbol actions do not visit local functions and lambdas.
    private void ReportNested(SyntaxNodeAnalysisContext context, KnownSymbols known)
    {
        var hasAttributes = context.Node is LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } or ParenthesizedLambdaExpressionSyntax { AttributeLists.Count: > 0 };
        if (!hasAttributes)
            return;
        var symbol = context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol
            ?? context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken);
        if (symbol is not null)
            Report(Find(symbol, known, context.CancellationToken), context.ReportDiagnostic);
    }

    private static IEnumerable<ShapeProblem> Find(ISymbol declaration, KnownSymbols known, CancellationToken cancellationToken)
    {
        // The part of a partial method that defines it has the attributes of both.
        if (declaration is IMethodSymbol { PartialDefinitionPart: not null } || declaration.GetAttributes().IsEmpty || AttributeClasses.IsOne(declaration))
            yield break;
        foreach (var brought in PolicyMark.AllOn(declaration, known).GroupBy(static mark => mark.Application))
            if (FindProblem(declaration, [.. brought], known) is { } problem
                && brought.Key.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() is { } location)
                yield return new(RuleIds.PolicyWithoutComponent, location, ShapeText.OfDeclaration(declaration), problem);
    }

    // The problem with one attribute, which may bring several policies.
    private static string? FindProblem(ISymbol declaration, IReadOnlyList<PolicyMark> brought, KnownSymbols known)
    {
        var name = $"[{ShapeText.OfAttribute(brought[0].Application)}]";
        var isTrigger = PolicyKinds.IsTrigger(brought[0].Kind);
        var has = brought[0].Origin == PolicyOrigin.Carried ? $"has {name}, which carries policies," : $"has {name}";
        if (declaration is not IMethodSymbol method)
            return $"{has} and is not an attribute class, so nothing reads it: put {name} on the workflows and functions, or remove it";

        var kinds = ComponentMark.Of(method, known).Select(static mark => mark.Kind).ToArray();
        if (kinds.Any(kind => brought.Any(mark => PolicyKinds.FitsOn(mark.Kind, kind))))
            return null;
        if (kinds is [var kind, ..])
            return isTrigger
                ? $"{has} and is {ShapeText.WithArticle(ShapeText.Of(kind))}: events, webhooks and schedules start only workflows; make it a [Workflow], or remove {name}"
                : $"{has} and is {ShapeText.WithArticle(ShapeText.Of(kind))}: flow control goes on workflows and functions; make it a [Workflow], or remove {name}";
        if (!SignatureRule.IsOrdinary(method))
            return $"{has} and cannot be a component, so nothing reads it: put {name} on a method with [Workflow], or remove it";
        return $"{has} and is not a component, so nothing reads it: add {(isTrigger ? "[Workflow]" : "[Workflow] or [Function]")}, or remove {name}";
    }
}

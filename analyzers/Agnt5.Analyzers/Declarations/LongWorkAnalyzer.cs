using Agnt5.Analyzers.Durability;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Declarations;

/// <summary>AGT1014: a component that awaits work takes a token that can stop it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LongWorkAnalyzer() : RuleAnalyzer(Rules.NoCancellationToken)
{
    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols known)
    {
        start.RegisterSyntaxNodeAction(
            node => Report(Find((MethodDeclarationSyntax)node.Node, node.SemanticModel, known, node.CancellationToken), node.ReportDiagnostic),
            SyntaxKind.MethodDeclaration);
    }

    // The cheap checks come first: most methods have no attributes, and most of those that do await nothing.
    private static IEnumerable<ShapeProblem> Find(
        MethodDeclarationSyntax syntax, SemanticModel model, KnownSymbols known, CancellationToken cancellationToken)
    {
        if ((syntax.AttributeLists.Count == 0 && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword)) || AwaitedWork.In(syntax) is not { Count: > 0 } awaited)
            yield break;
        if (model.GetDeclaredSymbol(syntax, cancellationToken) is not { } method
            || ComponentMark.Of(method, known).ToArray() is not [var mark]
            || method.Parameters.Any(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.CancellationToken))
            yield break;
        var work = new AwaitedWork(mark.Kind is ComponentKind.Workflow or ComponentKind.Agent, model, known, cancellationToken);
        if (awaited.Any(work.IsLong) && !work.HasToken(syntax))
            yield return new(RuleIds.NoCancellationToken, syntax.Identifier.GetLocation(), ShapeText.Of(method));
    }
}

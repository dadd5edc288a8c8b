using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// AGT4025: the policy that a step's options name is declared in the project, once and with values that can be used. Options are looked at where they are written: in a call, a variable or a field.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StepPolicyAnalyzer() : RuleAnalyzer(Rules.StepPolicy)
{
    private const string Member = "Policy";

    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols known)
    {
        var policies = new Lazy<DeclaredStepPolicies>(() => DeclaredStepPolicies.Of(known));
        start.RegisterSyntaxNodeAction(node => ReportUse(node, policies), SyntaxKind.SimpleAssignmentExpression);
        start.RegisterSyntaxNodeAction(node => ReportDeclarations(node, policies), SyntaxKind.CompilationUnit);
    }

    private void ReportUse(SyntaxNodeAnalysisContext context, Lazy<DeclaredStepPolicies> policies)
    {
        if (context.Node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: Member } member, Right: var value }
            && context.SemanticModel.GetSymbolInfo(member, context.CancellationToken).Symbol is IPropertySymbol { ContainingType: { Name: "StepOptions" } type }
            && SymbolText.IsIn(type, "Agnt5"))
            foreach (var given in Arms(value))
                if (context.SemanticModel.GetConstantValue(given, context.CancellationToken) is { HasValue: true, Value: string name })
                    Report(policies.Value.FindInUse(name, given.GetLocation(), context.ContainingSymbol as INamedTypeSymbol ?? context.ContainingSymbol?.ContainingType), context.ReportDiagnostic);
    }

    // The values that an expression chooses from.
    private static IEnumerable<ExpressionSyntax> Arms(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Arms(inner),
        ConditionalExpressionSyntax choice => Arms(choice.WhenTrue).Concat(Arms(choice.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(static arm => Arms(arm.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => Arms(choice.Left).Concat(Arms(choice.Right)),
        _ => [value],
    };

    // Any file may have attributes of the assembly, and the analyzer looks at each file by itself.
    private void ReportDeclarations(SyntaxNodeAnalysisContext context, Lazy<DeclaredStepPolicies> policies)
    {
        if (((CompilationUnitSyntax)context.Node).AttributeLists.Count > 0)
            Report(policies.Value.FindInDeclarations(context.Node.SyntaxTree, context.CancellationToken), context.ReportDiagnostic);
    }
}

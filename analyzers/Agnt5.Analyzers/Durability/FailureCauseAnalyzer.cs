using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4022: no code reads the inner exception of a failed step, which never has one. Any helper may read it, so the analyzer looks at all code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FailureCauseAnalyzer() : RuleAnalyzer(Rules.FailureCause)
{
    private protected override void Register(CompilationStartAnalysisContext start, KnownSymbols known)
    {
        if (known.StepFailedException is not { } failure)
            return;
        start.RegisterOperationAction(property => ReportProperty(property, failure), OperationKind.PropertyReference);
        start.RegisterOperationAction(call => ReportCall(call, failure), OperationKind.Invocation);
    }

    private static void ReportProperty(OperationAnalysisContext context, INamedTypeSymbol failure)
    {
        // A member in a pattern is a reference too, to the value that the pattern tests.
        if (context.Operation is IPropertyReferenceOperation { Property.Name: nameof(Exception.InnerException), Parent: not INameOfOperation } reference)
            Report(reference, reference.Instance, reference.Property.Name, failure, context);
    }

    private static void ReportCall(OperationAnalysisContext context, INamedTypeSymbol failure)
    {
        if (context.Operation is IInvocationOperation { TargetMethod: { Name: nameof(Exception.GetBaseException), Parameters: [] } } call)
            Report(call, call.Instance, call.TargetMethod.Name, failure, context);
    }

    private static void Report(IOperation operation, IOperation? instance, string member, INamedTypeSymbol failure, OperationAnalysisContext context)
    {
        if (SymbolEqualityComparer.Default.Equals(instance?.Type, failure))
            context.ReportDiagnostic(Diagnostic.Create(Rules.FailureCause, NameIn(operation.Syntax).GetLocation(), member));
    }

    private static SyntaxNode NameIn(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => NameIn(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => syntax,
    };
}

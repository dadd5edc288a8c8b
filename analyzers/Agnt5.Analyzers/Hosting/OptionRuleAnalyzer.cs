using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>A rule about a value that code gives to an option of the host.</summary>
public abstract class OptionRuleAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected OptionRuleAnalyzer(DiagnosticDescriptor rule) => _rule = rule;

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not null)
                start.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        });
    }

    private protected abstract bool IsNamed(string property);

    /// <summary>The type whose option it is.</summary>
    private protected abstract INamedTypeSymbol? OptionsOf(HostSymbols host);

    /// <summary>Finds what is wrong with the value that an option gets.</summary>
    private protected abstract IEnumerable<IOperation> Find(IOperation value, IPropertyReferenceOperation option, OperationAnalysisContext context);

    private void Analyze(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation option
            || !IsNamed(option.Property.Name)
            || !HostSymbols.IsIn(option.Property, OptionsOf(HostSymbols.Of(context.Compilation))))
            return;
        foreach (var wrong in Find(assignment.Value, option, context))
            context.ReportDiagnostic(Diagnostic.Create(_rule, wrong.Syntax.GetLocation()));
    }
}

using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>A rule about the value of a host option that code sets.</summary>
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
            // In tests, what would be careless elsewhere protects nothing.
            if (SdkUse.Find(start.Compilation, start.Options) is not null && !TestProject.Is(start.Compilation, start.Options))
                start.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        });
    }

    private protected abstract bool IsNamed(string property);

    /// <summary>The type that has the option.</summary>
    private protected abstract INamedTypeSymbol? OptionsOf(HostSymbols host);

    /// <summary>Finds the problems in an option's value.</summary>
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

using System.Collections.Immutable;
using Agnt5.Primitives;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Hosting;

/// <summary>AGT5006: an option that is set to a number or a time in the code is set to one with which an endpoint starts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionRangeAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Names = new(OptionRange.ByName.Keys.Select(static name => name.Substring(name.IndexOf('.') + 1)), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.OptionOutOfRange];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // A test may try what an endpoint refuses.
            if (SdkUse.Find(start.Compilation, start.Options) is not null && !TestProject.Is(start.Compilation, start.Options))
                start.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { ContainingNamespace.Name: "Agnt5" } type } option }
            || !Names.Contains(option.Name)
            || !OptionRange.ByName.TryGetValue($"{type.Name}.{option.Name}", out var range))
            return;
        foreach (var value in PossibleValues.Of(assignment.Value))
            if (WrittenNumber.Of(value) is { } number && !range.Contains(number))
                context.ReportDiagnostic(Diagnostic.Create(Rules.OptionOutOfRange, value.Syntax.GetLocation(), option.Name, value.Syntax.ToString(), range.Advice));
    }
}

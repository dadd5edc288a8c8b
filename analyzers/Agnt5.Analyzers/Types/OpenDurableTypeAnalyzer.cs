using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Types;

/// <summary>AGT2005: the type that a durable call or an event puts on the wire is known at the call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OpenDurableTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.OpenDurableType];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (SdkUse.Find(start.Compilation, start.Options) is { } known)
                start.RegisterOperationAction(operation => Analyze(operation, known), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (DurableCalls.Find(call.TargetMethod, known) is not { Type: var type } || DurableCalls.FindOpen(type) is not { } parameter)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.OpenDurableType,
            DurableCallSyntax.NameLocation(call),
            call.TargetMethod.Name,
            ShapeText.Of(type),
            parameter.Name,
            DurableCalls.TakesMetadata(call.TargetMethod, known) ? $"pass a JsonTypeInfo<{ShapeText.Of(type)}>" : "make the call where the type is known"));
    }
}

using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Types;

/// <summary>
/// AGT2001 to 2004 and 2006 to 2009: every type that crosses the wire can be written as JSON and read back. One analyzer reports them all, because they
/// come out of one walk over a type, the walk that the generator makes. A finding stands at the declaration that brings the type in, since the type
/// itself may be declared elsewhere and be fine for any other use.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WireTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
    [
        Rules.UnsupportedType,
        Rules.ConverterOutOfReach,
        Rules.DuplicateJsonName,
        Rules.NotReadable,
        Rules.LosesDerivedData,
        Rules.InvalidDictionaryKey,
        Rules.UntypedObject,
        Rules.InaccessibleType,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } known)
                return;
            start.RegisterSymbolAction(symbol => AnalyzeComponent(symbol, known), SymbolKind.Method);
            start.RegisterOperationAction(operation => AnalyzeDurableCall(operation, known), OperationKind.Invocation);
        });
    }

    private static void AnalyzeComponent(SymbolAnalysisContext context, KnownSymbols known)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!ComponentMark.IsComponent(method, known))
            return;
        // A broken signature says more than the types in it, and has to change before they matter.
        var problems = ComponentShape.FindProblems(method, known, context.CancellationToken);
        if (problems.Any(problem => problem.RuleId is RuleIds.Inaccessible or RuleIds.UnsupportedShape))
            return;
        foreach (var problem in problems)
            if (problem.RuleId == RuleIds.DuplicateJsonName)
                context.ReportDiagnostic(Diagnostic.Create(Rules.DuplicateJsonName, problem.Location, problem.Arguments));

        foreach (var parameter in method.Parameters)
            if (ParameterRoles.Of(parameter, known) == ParameterRole.Input)
            {
                Report(parameter.Type, JsonUse.Read, parameter.Locations[0]);
                ReportLimits(parameter, known, context);
            }

        var returned = ReturnShape.Of(method, known);
        if ((returned.StreamedItem ?? returned.Result) is { } result && !problems.Any(problem => problem.RuleId == RuleIds.InvalidReturnType))
            Report(result, JsonUse.Write, ReturnRule.ReturnTypeLocation(method, context.CancellationToken));

        void Report(ITypeSymbol type, JsonUse use, Location location) =>
            WireTypeAnalyzer.Report(type, use, location, known, context.ReportDiagnostic, context.CancellationToken);
    }

    private static void ReportLimits(IParameterSymbol parameter, KnownSymbols known, SymbolAnalysisContext context)
    {
        var problems = new List<NodeProblem>();
        LimitsReader.Read(LimitedSymbol.Of(parameter), new(known, known.Rules, context.CancellationToken), problems);
        foreach (var problem in problems)
            context.ReportDiagnostic(Diagnostic.Create(Rule(problem.RuleId), parameter.Locations[0], parameter.Name, problem.Reason));
    }

    private static void AnalyzeDurableCall(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (DurableCalls.Find(call.TargetMethod, known) is { } found && DurableCalls.FindOpen(found.Type) is null)
            Report(found.Type, found.Use, DurableCallSyntax.NameLocation(call), known, context.ReportDiagnostic, context.CancellationToken);
    }

    private static void Report(
        ITypeSymbol type, JsonUse use, Location location, KnownSymbols known, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var problem in WireTypes.Explore(type, ShapeText.Of(type), use, known, cancellationToken).Problems)
            report(Diagnostic.Create(Rule(problem.RuleId), location, problem.Path, problem.Reason));
    }

    private static DiagnosticDescriptor Rule(string id) => id switch
    {
        RuleIds.UnsupportedType => Rules.UnsupportedType,
        RuleIds.ConverterOutOfReach => Rules.ConverterOutOfReach,
        RuleIds.DuplicateJsonName => Rules.DuplicateJsonName,
        RuleIds.NotReadable => Rules.NotReadable,
        RuleIds.LosesDerivedData => Rules.LosesDerivedData,
        RuleIds.UntypedObject => Rules.UntypedObject,
        RuleIds.InvalidDictionaryKey => Rules.InvalidDictionaryKey,
        RuleIds.InaccessibleType => Rules.InaccessibleType,
        _ => throw new InvalidOperationException($"No analyzer reports {id} for a type."),
    };
}

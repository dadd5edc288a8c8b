using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Types;

/// <summary>
/// AGT2001 to 2004 and 2006 to 2011: every type that crosses the wire can be written as JSON and read back. One analyzer reports them all, because they
/// come from one walk over a type, the walk that the generator makes. A finding is at the declaration that uses the type, because the type
/// itself may be declared elsewhere and be fine for every other use. Advice about a member of an input (AGT2010, AGT2011) is at the member.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WireTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
    [
        Rules.UnsupportedType,
        Rules.MixedTupleNames,
        Rules.ConverterOutOfReach,
        Rules.DuplicateJsonName,
        Rules.NotReadable,
        Rules.LosesDerivedData,
        Rules.InvalidDictionaryKey,
        Rules.UntypedObject,
        Rules.InaccessibleType,
        Rules.SlowPattern,
        Rules.UnboundedCollection,
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
            var tuples = new TupleUses();
            var plain = new PlainTypes();
            var advice = new LimitAdviceReport();
            start.RegisterSymbolAction(symbol => AnalyzeComponent(symbol, known, tuples, advice), SymbolKind.Method);
            start.RegisterOperationAction(operation => AnalyzeDurableCall(operation, known, tuples, plain), OperationKind.Invocation);
            start.RegisterCompilationEndAction(tuples.Report);
        });
    }

    private static void AnalyzeComponent(SymbolAnalysisContext context, KnownSymbols known, TupleUses tuples, LimitAdviceReport advice)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!ComponentMark.IsComponent(method, known))
            return;
        // A broken signature has to change before its types matter.
        var problems = ComponentShape.FindProblems(method, known, context.CancellationToken);
        if (problems.Any(problem => problem.RuleId is RuleIds.Inaccessible or RuleIds.UnsupportedShape))
            return;
        foreach (var problem in problems)
            if (problem.RuleId == RuleIds.DuplicateJsonName)
                context.ReportDiagnostic(Diagnostic.Create(Rules.DuplicateJsonName, problem.Location, problem.Arguments));

        var isSound = problems.Count == 0;
        var found = new List<PlacedTuple>();
        // An agent without a body takes no input (AGT1009).
        var takesInput = !AgentBody.IsSupplied(method, known);
        foreach (var parameter in method.Parameters)
            if (takesInput && ParameterRoles.Of(parameter, known) == ParameterRole.Input)
            {
                Explore(TriggerParameter.InputTypeOf(parameter, known), JsonUse.Read, parameter.Locations[0]);
                isSound &= !ReportLimits(parameter, known, context, advice);
            }

        var returned = ReturnShape.Of(method, known);
        if ((returned.StreamedItem ?? returned.Result) is { } result && !problems.Any(problem => problem.RuleId == RuleIds.InvalidReturnType))
            Explore(result, returned.Use, ReturnRule.ReturnTypeLocation(method, context.CancellationToken));
        if (isSound)
            tuples.AddComponent(method, ComponentMark.Of(method, known).Single(), found);

        void Explore(ITypeSymbol type, JsonUse use, Location location)
        {
            var exploration = WireTypes.Explore(type, ShapeText.Of(type), use, known, context.CancellationToken);
            isSound &= exploration.IsSound;
            found.AddRange(exploration.Tuples.Select(tuple => new PlacedTuple(tuple with { Owner = ShapeText.Of(method) }, location)));
            Report(exploration, location, known, context.ReportDiagnostic);
            if (use == JsonUse.Read)
                advice.Report(exploration.Advice, context);
        }
    }

    private static bool ReportLimits(IParameterSymbol parameter, KnownSymbols known, SymbolAnalysisContext context, LimitAdviceReport advice)
    {
        var problems = new List<NodeProblem>();
        var scope = new JsonScope(known, known.Rules, context.CancellationToken);
        var limited = LimitedSymbol.Of(parameter, known);
        var limits = LimitsReader.Read(limited, scope, problems);
        advice.Report(LimitAdvice.Of(parameter, parameter.Name, limited.Type, limits, scope), context);
        foreach (var problem in problems)
            context.ReportDiagnostic(Diagnostic.Create(Rule(problem.RuleId), parameter.Locations[0], parameter.Name, problem.Reason));
        return problems.Count > 0;
    }

    private static void AnalyzeDurableCall(OperationAnalysisContext context, KnownSymbols known, TupleUses tuples, PlainTypes plain)
    {
        var call = (IInvocationOperation)context.Operation;
        if (DurableCalls.Find(call.TargetMethod, known) is not { } found || plain.Contains(found) || DurableCalls.FindOpen(found.Type) is not null)
            return;
        var location = DurableCallSyntax.NameLocation(call);
        var exploration = WireTypes.Explore(found.Type, ShapeText.Of(found.Type), found.Use, known, context.CancellationToken);
        Report(exploration, location, known, context.ReportDiagnostic);
        plain.Add(found, exploration);
        if (!exploration.IsSound || found.IsStep)
            return;
        var owner = context.ContainingSymbol is IMethodSymbol method ? ShapeText.Of(method) : context.ContainingSymbol.Name;
        foreach (var tuple in exploration.Tuples)
            tuples.AddCall(new(tuple with { Owner = owner }, location));
    }

    private static void Report(TypeExploration exploration, Location location, KnownSymbols known, Action<Diagnostic> report)
    {
        foreach (var problem in exploration.Problems)
            report(Diagnostic.Create(
                Rule(problem.RuleId),
                location,
                TypeProblemHints.Locations(problem, known.Compilation),
                TypeProblemHints.Properties(problem),
                problem.Path,
                problem.Reason));
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

using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Types;

/// <summary>
/// AGT2001 to 2004 and 2006 to 2013: every type that crosses the wire can be written as JSON and read back. One analyzer reports them all, because they
/// come from one walk over a type, the walk that the generator makes. A finding is at the declaration that uses the type, because the type
/// itself may be declared elsewhere and be fine for every other use. What is to improve in a declaration (AGT2008, AGT2010 to AGT2013) is at the declaration.
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
        Rules.UntypedElsewhere,
        Rules.InaccessibleType,
        Rules.SlowPattern,
        Rules.UnboundedCollection,
        Rules.UndeclaredSubtype,
        Rules.ReflectionConverter,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (SdkUse.Find(start.Compilation, start.Options) is not { } known)
                return;
            var found = new WireFindings(known, start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            var plain = new PlainTypes();
            start.RegisterSymbolAction(symbol => AnalyzeComponent(symbol, known, found), SymbolKind.Method);
            start.RegisterSymbolAction(found.Subtypes.AddDeclared, SymbolKind.NamedType);
            start.RegisterOperationAction(operation => AnalyzeDurableCall(operation, known, found, plain), OperationKind.Invocation);
            start.RegisterCompilationEndAction(found.ReportRest);
        });
    }

    private static void AnalyzeComponent(SymbolAnalysisContext context, KnownSymbols known, WireFindings findings)
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
                isSound &= !ReportLimits(parameter, known, context, findings.Advice);
            }

        var returned = ReturnShape.Of(method, known);
        if ((returned.StreamedItem ?? returned.Result) is { } result && !problems.Any(problem => problem.RuleId == RuleIds.InvalidReturnType))
            Explore(result, returned.Use, ReturnRule.ReturnTypeLocation(method, context.CancellationToken));
        if (isSound)
            findings.Tuples.AddComponent(method, ComponentMark.Of(method, known).Single(), found);

        void Explore(ITypeSymbol type, JsonUse use, Location location)
        {
            var exploration = WireTypes.Explore(type, ShapeText.Of(type), use, known, context.CancellationToken);
            isSound &= exploration.IsSound;
            found.AddRange(exploration.Tuples.Select(tuple => new PlacedTuple(tuple with { Owner = ShapeText.Of(method) }, location)));
            findings.Report(exploration, use, location, context.ReportDiagnostic);
        }
    }

    private static bool ReportLimits(IParameterSymbol parameter, KnownSymbols known, SymbolAnalysisContext context, MemberAdvice advice)
    {
        var problems = new List<NodeProblem>();
        var scope = new JsonScope(known, known.Rules, context.CancellationToken);
        var limited = LimitedSymbol.Of(parameter, known);
        var limits = LimitsReader.Read(limited, scope, problems);
        advice.Report(LimitAdvice.Of(parameter, parameter.Name, limited.Type, limits, scope), JsonUse.Read, context.ReportDiagnostic);
        foreach (var problem in problems)
            context.ReportDiagnostic(Diagnostic.Create(WireFindings.Rule(problem.RuleId), parameter.Locations[0], parameter.Name, problem.Reason));
        return problems.Count > 0;
    }

    private static void AnalyzeDurableCall(OperationAnalysisContext context, KnownSymbols known, WireFindings findings, PlainTypes plain)
    {
        var call = (IInvocationOperation)context.Operation;
        if (DurableCalls.Find(call.TargetMethod, known) is not { } found || plain.Contains(found) || DurableCalls.FindOpen(found.Type) is not null)
            return;
        var location = DurableCallSyntax.NameLocation(call);
        var exploration = WireTypes.Explore(found.Type, ShapeText.Of(found.Type), found.Use, known, context.CancellationToken);
        findings.Report(exploration, found.Use, location, context.ReportDiagnostic);
        plain.Add(found, exploration);
        if (!exploration.IsSound || found.IsStep)
            return;
        var owner = context.ContainingSymbol is IMethodSymbol method ? ShapeText.Of(method) : context.ContainingSymbol.Name;
        foreach (var tuple in exploration.Tuples)
            findings.Tuples.AddCall(new(tuple with { Owner = owner }, location));
    }
}

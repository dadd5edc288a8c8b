using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Types;

/// <summary>Reports what the walks over a project's types find: at the use of a type, at a declaration that many uses share, or when all has been read.</summary>
internal sealed class WireFindings(KnownSymbols known, AnalyzerConfigOptions project)
{
    private readonly UntypedUses _untyped = new();

    public TupleUses Tuples { get; } = new();

    public MemberAdvice Advice { get; } = new(known.Compilation, project);

    public UndeclaredSubtypes Subtypes { get; } = new(known);

    /// <param name="location">Where the type is used.</param>
    public void Report(TypeExploration exploration, JsonUse use, Location location, Action<Diagnostic> report)
    {
        Subtypes.AddUsed(exploration);
        Advice.Report(exploration.Advice, use, report);
        foreach (var problem in exploration.Problems)
            if (problem is not { RuleId: RuleIds.UntypedObject, Cause: not null })
                report(Diagnostic.Create(
                    Rule(problem.RuleId),
                    location,
                    TypeProblemHints.Locations(problem, known.Compilation),
                    TypeProblemHints.Properties(problem),
                    problem.Path,
                    problem.Reason));
            else if (!Advice.ReportUntyped(problem, report))
                _untyped.Add(problem, location);
    }

    public void ReportRest(CompilationAnalysisContext context)
    {
        Tuples.Report(context);
        Subtypes.Report(context);
        _untyped.Report(context);
    }

    public static DiagnosticDescriptor Rule(string id) => id switch
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

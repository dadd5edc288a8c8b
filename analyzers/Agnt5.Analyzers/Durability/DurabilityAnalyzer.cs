using System.Collections.Concurrent;
using System.Collections.Immutable;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// AGT4001 to 4025, but for 4022: workflows and agents do the same on every replay, and their tools do nothing twice. One analyzer reports them all, because they come from one
/// walk over the bodies and one over the calls between them, and so do the waits of AGT5008. It reports findings within a class when the class has been read, while its author types.
/// It reports findings that lead through other types when all files have been read.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DurabilityAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.OfDurability, Rules.NotInWasm];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (SdkUse.Find(start.Compilation, start.Options) is not { WorkflowContext: not null } known)
                return;
            var options = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            var project = new ProjectCode(known, TargetHosts.AreSeveral(start.Compilation, options));
            start.RegisterSymbolStartAction(type => Read(type, project), SymbolKind.NamedType);
            var runsInWasm = TargetHosts.IncludeWasm(start.Compilation, options);
            start.RegisterCompilationEndAction(end =>
            {
                project.ReportRest(end.ReportDiagnostic);
                if (runsInWasm)
                    project.ReportWaits(TargetHosts.AreCheckedForBrowsers(options), end.ReportDiagnostic, end.CancellationToken);
            });
        });
    }

    private static void Read(SymbolStartAnalysisContext context, ProjectCode project)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var units = new ConcurrentBag<CodeUnit>();
        project.AddType(type);
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var method in RunBy(block.OwningSymbol))
            {
                var read = BodyReader.Read(method, block.OperationBlocks, project.Rules, block.CancellationToken);
                var isValue = block.OwningSymbol is IFieldSymbol or IPropertySymbol;
                if (isValue)
                    project.Kept.AddValue(block.OwningSymbol, read.First(static unit => unit.IsMember));
                // No workflow runs what makes a static value.
                foreach (var unit in project.Graph.Add(isValue && method.IsStatic ? read.Where(static unit => !unit.IsMember) : read))
                    units.Add(unit);
            }
        });
        context.RegisterSymbolEndAction(end => project.ReportType(type, units, end.ReportDiagnostic));
    }

    // The initializer of a member is a part of every constructor. A static one that may be set later is no part of what a workflow can rely on.
    private static IEnumerable<IMethodSymbol> RunBy(ISymbol owner) => owner switch
    {
        IMethodSymbol method => [method],
        IFieldSymbol or IPropertySymbol when !owner.IsStatic => owner.ContainingType.InstanceConstructors,
        IFieldSymbol { IsConst: false } or IPropertySymbol when KeptMembers.IsKept(owner) => owner.ContainingType.StaticConstructors,
        _ => [],
    };
}

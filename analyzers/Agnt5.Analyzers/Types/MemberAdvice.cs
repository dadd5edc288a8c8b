using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Types;

/// <summary>
/// AGT2008, AGT2010, AGT2011 and AGT2013: reports what to improve in a member or type of this project at its declaration, once, however many components and calls use it.
/// </summary>
internal sealed class MemberAdvice(Compilation compilation, AnalyzerConfigOptions project)
{
    // Elsewhere such a converter works.
    private readonly DiagnosticSeverity _reflectionSeverity = IsTrue(project, "PublishAot") || IsTrue(project, "IsAotCompatible") ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;

    private readonly ConcurrentDictionary<(string RuleId, ISymbol Declared), byte> _reported = new(new RuleAndSymbol());

    /// <param name="advice">The advice about what a type reaches.</param>
    /// <param name="use">The direction in which the type crosses the wire. Limits only hold for input.</param>
    public void Report(IEnumerable<NodeProblem> advice, JsonUse use, Action<Diagnostic> report)
    {
        foreach (var one in advice)
        {
            if (one.RuleId == RuleIds.ReflectionConverter)
                Report(
                    one.RuleId, one.Cause!, ConverterLocation(one.Cause!),
                    location => Diagnostic.Create(Rules.ReflectionConverter, location, _reflectionSeverity, additionalLocations: null, properties: null, one.Path, one.Reason), report);
            else if (use == JsonUse.Read)
                Report(
                    one.RuleId, one.Cause!, one.Cause!.OriginalDefinition.Locations.FirstOrDefault(IsOfProject),
                    location => Diagnostic.Create(one.RuleId == RuleIds.SlowPattern ? Rules.SlowPattern : Rules.UnboundedCollection, location, one.Path, one.Reason), report);
        }
    }

    /// <summary>Reports an untyped member of this project.</summary>
    /// <returns>Whether the member is of this project; a member of another assembly is reported where it is used.</returns>
    public bool ReportUntyped(TypeProblem problem, Action<Diagnostic> report)
    {
        if (problem.Cause?.OriginalDefinition.Locations.FirstOrDefault(IsOfProject) is not { } location)
            return false;
        var path = $"{problem.Cause.ContainingType.Name}.{problem.Cause.Name}";
        Report(problem.RuleId, problem.Cause, location, at => Diagnostic.Create(Rules.UntypedObject, at, path, problem.Reason), report);
        return true;
    }

    private void Report(string ruleId, ISymbol declared, Location? location, Func<Location, Diagnostic> create, Action<Diagnostic> report)
    {
        if (location is not null && _reported.TryAdd((ruleId, declared.OriginalDefinition), 0))
            report(create(location));
    }

    private Location? ConverterLocation(ISymbol declared) =>
        JsonAttributes.ConverterOf(declared, KnownSymbols.Of(compilation)!)?.ApplicationSyntaxReference is { SyntaxTree: var tree, Span: var span } && compilation.ContainsSyntaxTree(tree)
            ? Location.Create(tree, span)
            : null;

    private static bool IsTrue(AnalyzerConfigOptions project, string property) =>
        project.TryGetValue("build_property." + property, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private bool IsOfProject(Location location) => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree);

    private sealed class RuleAndSymbol : IEqualityComparer<(string RuleId, ISymbol Declared)>
    {
        public bool Equals((string RuleId, ISymbol Declared) x, (string RuleId, ISymbol Declared) y) => x.RuleId == y.RuleId && SymbolEqualityComparer.Default.Equals(x.Declared, y.Declared);

        public int GetHashCode((string RuleId, ISymbol Declared) obj) => SymbolEqualityComparer.Default.GetHashCode(obj.Declared);
    }
}

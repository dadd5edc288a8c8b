using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Agnt5.Analyzers.Types;

/// <summary>
/// AGT2001 for tuples: gathers them while the project is read, and reports those whose elements have other names than in an earlier tuple. Only the
/// code that reads it back gets the result of a step, so that result may have any names.
/// </summary>
internal sealed class TupleUses
{
    private readonly ConcurrentBag<ComponentTuples> _components = [];
    private readonly ConcurrentBag<PlacedTuple> _calls = [];

    /// <summary>Adds a component that no other rule rejects.</summary>
    public void AddComponent(IMethodSymbol method, ComponentMark mark, IReadOnlyList<PlacedTuple> tuples) =>
        _components.Add(new(ComponentIdentifier.Of(method), (mark.Kind, mark.NameOf(method)), tuples));

    /// <summary>Adds the types that a signal or event puts on the wire.</summary>
    public void AddCall(PlacedTuple tuple) => _calls.Add(tuple);

    public void Report(CompilationAnalysisContext context)
    {
        var names = new TupleNames();
        // The generator's order, in which it keeps the component that is not reported.
        var components = _components
            .OrderBy(static component => component.Identifier, StringComparer.Ordinal)
            .GroupBy(static component => component.Identity)
            .Select(static same => same.First());
        foreach (var component in components)
            Take(component.Tuples);
        var calls = _calls
            .OrderBy(static call => call.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static call => call.Location.SourceSpan.Start)
            .ThenBy(static call => call.Tuple.Path, StringComparer.Ordinal);
        foreach (var call in calls)
            Take([call]);

        void Take(IReadOnlyList<PlacedTuple> placed)
        {
            foreach (var (tuple, first) in names.Take(placed.Select(static place => place.Tuple)))
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.MixedTupleNames,
                    placed.First(place => ReferenceEquals(place.Tuple, tuple)).Location,
                    tuple.Path,
                    tuple.JsonNames,
                    first.Owner,
                    first.JsonNames));
        }
    }

    private sealed record ComponentTuples(string Identifier, (ComponentKind, string) Identity, IReadOnlyList<PlacedTuple> Tuples);
}

/// <summary>A tuple, and where to report it.</summary>
internal sealed record PlacedTuple(WireTuple Tuple, Location Location);

using System.Collections.Concurrent;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// AGT4007: a durable key that is certain to be used twice, in one unit or in the helpers that it calls. Each unit is read once, and what it says about its keys holds for all its callers.
/// </summary>
/// <param name="graph">The code.</param>
/// <param name="whole">What is known of units whose helpers have all been read. It holds for the whole project.</param>
/// <param name="scope">The type that has been read completely, or <see langword="null"/> when the whole project has.</param>
internal sealed class RepeatedKeys(CodeGraph graph, ConcurrentDictionary<CodeUnit, UnitKeys> whole, INamedTypeSymbol? scope)
{
    private readonly Dictionary<CodeUnit, UnitKeys> _known = [];

    public CodeUnit? Find(IMethodSymbol target) => graph.Find(target, scope);

    public UnitKeys Of(CodeUnit unit)
    {
        if (unit.Flow is not { } flow || !flow.Calls.Any(MakesKeys))
            return UnitKeys.None;
        if (whole.TryGetValue(unit, out var known) || _known.TryGetValue(unit, out known))
            return known;
        Work.Count(WorkKind.Unit);
        // Code that calls itself learns nothing from itself.
        _known[unit] = UnitKeys.None;
        var keys = _known[unit] = KeySequence.Read(unit.Symbol, flow.Body, this);
        if (keys.IsWhole)
            whole.TryAdd(unit, keys);
        return keys;
    }

    /// <summary>The findings in code that a component runs.</summary>
    public IEnumerable<Diagnostic> Find(Visit visit)
    {
        if ((visit.Role & Role.AnyBody) == 0 || visit.Unit.Flow is not { } flow || !MayRepeat(flow))
            yield break;
        foreach (var repeated in Of(visit.Unit).Repeated)
            yield return Diagnostic.Create(
                repeated.IsSameCall ? Rules.KeyOfHelperUsedTwice : Rules.KeyUsedTwice,
                repeated.Use.Location,
                repeated.Again is { } again ? [again] : [],
                repeated.Use.Noun,
                repeated.Use.Name,
                Inside(visit, repeated.Use.Path).Describe());
    }

    // A single call uses no key twice, unless it gives a helper one text for two keys.
    private bool MayRepeat(UnitFlow flow)
    {
        NotedCall? first = null;
        foreach (var call in flow.Calls)
            if (MakesKeys(call))
            {
                if (first is not null)
                    return true;
                first = call;
            }

        return first is { Target: { } target } && Find(target) is { } helper && Of(helper).Certain.Count(static use => use.Text.HasParameters) > 1;
    }

    private bool MakesKeys(NotedCall call) => call.IsDurable || (call.Target is { } target && Find(target) is { Flow: not null });

    private static Visit Inside(Visit visit, KeyPath? path)
    {
        for (; path is not null; path = path.Next)
            visit = new(path.Unit, visit.Role, visit, visit.Component);
        return visit;
    }
}

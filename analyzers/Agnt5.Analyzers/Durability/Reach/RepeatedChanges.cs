using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// AGT4021: an agent's tool that changes something outside of the process without an idempotency key. An agent calls a tool again
/// that was cut off before its result was recorded.
/// </summary>
internal static class RepeatedChanges
{
    public static IEnumerable<Diagnostic> Find(IReadOnlyCollection<AgentDeclaration> agents, CodeGraph graph, KeptMembers kept, KnownSymbols known)
    {
        if (agents.Count == 0 || !graph.Units.Any(static unit => unit.Changes.Count > 0))
            yield break;
        foreach (var unit in graph.Units.Where(static unit => unit.IsMember))
            foreach (var mark in ComponentMark.Of(unit.Symbol, known))
                if (mark.Kind == ComponentKind.Tool
                    && CallerOf(mark.NameOf(unit.Symbol), agents) is { } agent
                    && FirstChange(new(unit, $"tool '{mark.NameOf(unit.Symbol)}'"), graph, kept) is { } visit)
                    yield return Diagnostic.Create(
                        Rules.RepeatedChange, unit.Symbol.Locations[0], [visit.Unit.Changes[0].Location], visit.Unit.Changes[0].Call, visit.Describe(), agent.Name);
    }

    private static AgentDeclaration? CallerOf(string tool, IEnumerable<AgentDeclaration> agents) =>
        agents.Where(agent => agent.Tools.Contains(tool)).OrderBy(static agent => agent.Name, StringComparer.Ordinal).FirstOrDefault();

    private static Visit? FirstChange(Root tool, CodeGraph graph, KeptMembers kept)
    {
        var visits = new Reach(graph, kept, scope: null).Walk([tool]);
        return visits.Any(visit => IsCareful(visit.Unit, graph)) ? null : visits.FirstOrDefault(static visit => visit.Unit.Changes.Count > 0);
    }

    // Code that gets the context and cannot be read may use its key.
    private static bool IsCareful(CodeUnit unit, CodeGraph graph) =>
        unit.NamesIdempotency
        || unit.Symbol.Parameters.Any(static parameter => IdempotencyNames.IsOne(parameter.Name))
        || unit.ContextTakers.Any(taker => graph.Find(taker, scope: null) is null);
}

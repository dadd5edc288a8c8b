using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>AGT4015: per-invocation state that a component writes in a step and reads outside of steps. A replay does not run the step, and finds nothing.</summary>
internal static class SharedState
{
    public static IEnumerable<ReachedFinding> Find(IEnumerable<Root> components, CodeGraph graph, KeptMembers kept)
    {
        if (!graph.Units.Any(static unit => unit.State.Count > 0))
            yield break;
        foreach (var component in components)
        {
            var visits = new Reach(graph, kept, scope: null).Walk([component]);
            var read = new HashSet<string>(
                from visit in visits
                where (visit.Role & Role.AnyBody) != 0
                from access in visit.Unit.State
                where !access.IsWrite
                select access.Name,
                StringComparer.Ordinal);
            foreach (var visit in visits)
                if ((visit.Role & Role.Step) != 0)
                    foreach (var access in visit.Unit.State)
                        if (access.IsWrite && read.Contains(access.Name))
                            yield return new(new(Rules.StateWrittenInStep, access.Location, Role.Step, access.Name), visit);
        }
    }
}

using Agnt5.Shared;

namespace Agnt5.Analyzers.Declarations;

/// <summary>Describes the problem with a name among an agent's tools or handoffs: the part of the message after the agent's name.</summary>
internal static class AgentReferenceProblem
{
    public static string? Find(MarkedMethod agent, string property, AgentReference reference, IReadOnlyList<AgentReference> all, ComponentTable components)
    {
        var own = agent.Mark.NameOf(agent.Method);
        var asWhat = property == AgentReference.Tools ? "as a tool" : "to hand over to";
        if (components.Find(property, reference.Name) is not { } kind)
            return $"names {QuotedText.Of(reference.Written)} {asWhat}, {Explain(property, reference, own, components)}";
        if (reference.IsAmbiguous)
            return $"names '{reference.Written}' {asWhat}, and several methods of the class have that name: write the wire name of the one that you mean";
        if (kind == ComponentKind.Agent && reference.Name == own)
            return $"names itself {asWhat}: remove it, or name another agent";
        return all.Any(other => other.Index < reference.Index && other.Name == reference.Name)
            ? $"names '{reference.Name}' {asWhat} twice: keep one of them"
            : null;
    }

    private static string Explain(string property, AgentReference reference, string own, ComponentTable components)
    {
        var wanted = property == AgentReference.Tools ? "no tool and no agent" : "no agent";
        var marks = property == AgentReference.Tools ? "[Tool] or [Agent]" : "[Agent]";
        if (reference.Method is { } method)
            return $"a method that is {wanted}: mark '{ShapeText.Of(method)}' with {marks}, or name another";
        if (components.FindOther(reference.Name) is { } kind)
            return $"which is {ShapeText.WithArticle(ShapeText.Of(kind))} and {wanted}: name one that is, from this project or from one that it references";
        return components.FindNearest(property, reference.Written, own) is { } nearest
            ? $"and {wanted} has that name: did you mean '{nearest}'?"
            : $"and {wanted} of this project or of one that it references has that name: use nameof for a method of the same class, otherwise the name on the wire";
    }
}

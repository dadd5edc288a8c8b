namespace Agnt5.Agents;

/// <summary>Finds tools of one agent that its model could not tell apart.</summary>
internal static class ToolNames
{
    /// <summary>The problems with the names of an agent's tools, in words for the developer.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="names">The tools' own names.</param>
    public static IEnumerable<string> FindCollisions(string agent, IEnumerable<string> names)
    {
        var offered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!offered.TryAdd(OfferedName.Of(name), name))
                yield return Collision(agent, offered[OfferedName.Of(name)], name);
        }
    }

    public static string Collision(string agent, string first, string second) => first == second
        ? $"Agent '{agent}' has two tools named '{first}': rename one of them."
        : $"Agent '{agent}' has the tools '{first}' and '{second}', and its model would know both as '{OfferedName.Of(first)}': rename one of them (AGT1016).";
}

namespace Agnt5.Hostile.Tests.Components;

/// <summary>An agent whose model answers with the number of its messages.</summary>
public static partial class Conversing
{
    [Agent("counter", Model = "counting")]
    public static partial Task<string> CountMessages(AgentContext ctx, string message);
}

namespace Agnt5.ConformanceServer;

public static partial class Agents
{
    [Agent(Model = "test-model", Instructions = "Answer briefly.")]
    public static partial Task<string> SupportAgent(AgentContext ctx, string message);
}

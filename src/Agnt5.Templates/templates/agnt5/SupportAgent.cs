using Agnt5;

namespace EndpointNamespace;

/// <summary>The agent. It has no body: the source generator writes the loop over the model and its tools.</summary>
public static partial class SupportAgent
{
    /// <summary>Answers questions about the shop's articles.</summary>
    [Agent(Model = "openai/gpt-5-mini", Instructions = "You answer questions about the articles of a shop, briefly. Look up prices, and never guess one.", Tools = ["lookup_price"])]
    public static partial Task<string> Support(AgentContext ctx, string message);
}

namespace Agnt5.Hostile.Tests.Components;

public static class Chats
{
    /// <summary>Says which session it is in, and who has spoken there.</summary>
    [Agent("chat")]
    public static Task<string> Chat(AgentContext ctx, string message) => Task.FromResult($"{ctx.SessionId}: {string.Join(' ', ctx.History.Select(static said => $"{said.Role}={said.Content}"))}");
}

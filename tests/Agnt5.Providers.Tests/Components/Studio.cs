using Microsoft.Extensions.AI;

namespace Agnt5.Providers.Tests.Components;

/// <summary>What to look at.</summary>
/// <param name="Question">What the user wants to know.</param>
/// <param name="Png">An image, in base64.</param>
public sealed record ViewRequest(string Question, string Png);

/// <summary>Agents that look at images.</summary>
public static partial class Studio
{
    /// <summary>Looks at what its tools give: the functions that a test registers under its name.</summary>
    [Agent("studio", Model = "model", Instructions = "Answer briefly.")]
    public static partial Task<string> Look(AgentContext ctx, string message);

    /// <summary>Gives up when a tool fails.</summary>
    [Agent("strict_studio", Model = "model", ToolErrors = ToolErrorHandling.FailTurn)]
    public static partial Task<string> LookStrictly(AgentContext ctx, string message);

    /// <summary>Looks at what the user sends.</summary>
    [Agent("viewer", Model = "model", Tools = ["find_book"])]
    public static Task<string> View(AgentContext ctx, ViewRequest request) => ctx.RunAsync(
        request.Question, new AgentRunOptions { Attachments = [new DataContent(Convert.FromBase64String(request.Png), "image/png"), new UriContent("https://example.com/b.png", "image/png")] });

    /// <summary>Asks people.</summary>
    [Agent("guide", Model = "model", Tools = [AgentTools.AskUser, AgentTools.RequestApproval])]
    public static partial Task<string> Guide(AgentContext ctx, string message);

    /// <summary>Approves everything.</summary>
    [Tool("request_approval")]
    public static string Approve() => "granted";
}

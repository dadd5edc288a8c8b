using Microsoft.Extensions.AI;

namespace Agnt5.Mcp.Tests.Components;

/// <summary>Tools that give more than JSON.</summary>
public static class Pictures
{
    /// <summary>Draws a dot.</summary>
    [Tool]
    public static DataContent DrawDot() => new(new byte[] { 1, 2, 3 }, "image/png");

    /// <summary>Draws a dot and says what it is.</summary>
    [Tool]
    public static IReadOnlyList<AIContent> ExplainDot() => [new TextContent("A dot."), DrawDot(), new UriContent("https://dots.example.com/1.png", "image/png")];

    /// <summary>Has no ink.</summary>
    [Tool]
    public static IReadOnlyList<AIContent> DrawNothing() => [new ErrorContent("There is no ink.")];
}

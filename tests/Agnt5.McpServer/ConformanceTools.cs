using Agnt5;

namespace Agnt5.McpServer;

public sealed record Percent(double Progress, double Total);

/// <summary>The tools that the official conformance runner calls.</summary>
public static class ConformanceTools
{
    /// <summary>Returns a text.</summary>
    [Tool]
    public static string TestSimpleText() => "This is a simple text response for testing.";

    /// <summary>Fails.</summary>
    [Tool]
    public static string TestErrorHandling() => throw new NonRetryableException("This tool intentionally returns an error for testing");

    /// <summary>Says how far it is.</summary>
    [Tool]
    public static async Task<string> TestToolWithProgress(FunctionContext ctx)
    {
        foreach (var percent in (int[])[0, 50, 100])
            await ctx.EmitAsync("progress", new Percent(percent, 100));
        return "done";
    }
}

namespace Agnt5.Mcp.Tests.Components;

/// <summary>How far a piece of work is.</summary>
public sealed record WorkDone(double Progress, double? Total = null, string? Message = null);

/// <summary>Tools that take their time, or give back much.</summary>
public static class Works
{
    /// <summary>Paints walls.</summary>
    /// <param name="walls">How many.</param>
    [Tool]
    public static async Task<string> Paint(FunctionContext ctx, int walls)
    {
        for (var i = 1; i <= walls; i++)
            await ctx.EmitAsync("progress", new WorkDone(i, walls, $"wall {i}"));
        return "painted";
    }

    /// <summary>Says how far it is in ways of its own.</summary>
    [Tool]
    public static async Task<string> Mutter(FunctionContext ctx)
    {
        await ctx.EmitAsync("progress", 0.25);
        await ctx.EmitAsync("progress", 0.25);
        await ctx.EmitAsync("progress", 0.1);
        await ctx.EmitAsync("progress", "half");
        await ctx.EmitAsync("progress", 1e300);
        await ctx.EmitAsync("noise", 0.5);
        await ctx.EmitAsync("progress", 0.75);
        return "muttered";
    }

    /// <summary>Writes a long letter.</summary>
    /// <param name="length">How long.</param>
    [Tool]
    public static string WriteLetter(int length) => new('a', length);

    /// <summary>Deletes a folder, and stops when its client leaves.</summary>
    /// <param name="folder">Its path.</param>
    [Tool(RequiresConfirmation = true)]
    public static string Delete(string folder) => $"deleted {folder}";
}

namespace Agnt5.Providers.Tests.Components;

/// <summary>Agents whose replies tests cut off, break and repeat.</summary>
public static partial class Archive
{
    /// <summary>Deletes a folder.</summary>
    /// <param name="folder">The folder's path.</param>
    [Tool]
    public static string DeleteFolder(string folder, [FromServices] Diary diary)
    {
        diary.Write($"delete_folder {folder}");
        return $"deleted {folder}";
    }

    /// <summary>Counts the folders.</summary>
    /// <param name="depth">How deep to look.</param>
    [Tool]
    public static string CountFolders([FromServices] Diary diary, int depth = 1)
    {
        diary.Write($"count_folders {depth}");
        return "7";
    }

    /// <summary>Keeps an archive.</summary>
    [Agent("archivist", Model = "model", Instructions = "Keep order.", Tools = [nameof(DeleteFolder), nameof(CountFolders)], Handoffs = ["porter"], MaxIterations = 4)]
    public static partial Task<string> Archivist(AgentContext ctx, string message);

    /// <summary>Says goodbye.</summary>
    [Agent("porter", Model = "model", Instructions = "Say goodbye.")]
    public static partial Task<string> Porter(AgentContext ctx, string message);

    /// <summary>Thinks, and lets others doubt.</summary>
    [Agent("thinker", Model = "first/model", Handoffs = ["doubter", "colleague"])]
    public static partial Task<string> Thinker(AgentContext ctx, string message);

    /// <summary>Doubts.</summary>
    [Agent("doubter", Model = "second/model")]
    public static partial Task<string> Doubter(AgentContext ctx, string message);

    /// <summary>Thinks on.</summary>
    [Agent("colleague", Model = "first/other")]
    public static partial Task<string> Colleague(AgentContext ctx, string message);

    /// <summary>Tells what it used.</summary>
    [Agent("bookkeeper", Model = "model", Instructions = "Be brief.")]
    public static async Task<string> Bookkeeper(AgentContext ctx, string message)
    {
        await ctx.RunAsync(message);
        return $"{ctx.Usage.InputTokenCount?.ToString() ?? "unknown"}, {ctx.Usage.OutputTokenCount?.ToString() ?? "unknown"}, {ctx.Usage.TotalTokenCount?.ToString() ?? "unknown"}";
    }
}

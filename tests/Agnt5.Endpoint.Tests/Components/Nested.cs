using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agnt5.Endpoint.Tests.Components;

/// <summary>A value that contains values of its own type, and free-form data.</summary>
public sealed record Folder(string Name, JsonElement Data, IReadOnlyList<Folder>? Folders = null, JsonNode? Notes = null);

/// <summary>Values that nest.</summary>
public static class Nested
{
    [Function]
    public static Folder KeepFolder(Folder folder) => folder;

    [Function]
    public static int CountLevels(Folder folder) => 1 + (folder.Folders is [var inner] ? CountLevels(inner) : 0);

    /// <summary>A value of that type inside of one of another.</summary>
    [Function]
    public static IReadOnlyDictionary<string, Folder> KeepFolders(Dictionary<string, Folder> folders) => folders;
}

/// <summary>Makes JSON of any depth.</summary>
public static class Nesting
{
    [Function]
    public static JsonElement MakeNested([Input] int levels) => Nest(levels);

    [Workflow]
    public static async Task<bool> RecordNested(WorkflowContext ctx, [Input] int levels) => (await ctx.StepAsync("nest", () => Nest(levels))).ValueKind == JsonValueKind.Array;

    [Workflow]
    public static async Task<string> RecordFolder(WorkflowContext ctx, [Input] int folders)
    {
        var outermost = await ctx.StepAsync("pack", () => Enumerable.Range(1, folders - 1).Aggregate(new Folder("f", default), static (inner, _) => new Folder("f", default, [inner])));
        await ctx.SleepAsync(TimeSpan.FromHours(1));
        return outermost.Name;
    }

    [Workflow]
    public static async Task RecordBroad(WorkflowContext ctx, [Input] int levels) =>
        await ctx.StepAsync("nest", () => Nest(levels, $"1{string.Concat(Enumerable.Repeat(",1", 100_000))}"));

    private static JsonElement Nest(int levels, string inside = "")
    {
        using var document = JsonDocument.Parse(new string('[', levels) + inside + new string(']', levels), new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return document.RootElement.Clone();
    }
}

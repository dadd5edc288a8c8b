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

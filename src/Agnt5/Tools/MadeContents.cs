using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Microsoft.Extensions.AI;

namespace Agnt5.Tools;

/// <summary>The contents that a tool gives as its output. Where an iterator makes them, each reading runs the tool's code, so they are read once.</summary>
internal static class MadeContents
{
    private static readonly JsonTypeInfo<IList<AIContent>> ListInfo = (JsonTypeInfo<IList<AIContent>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IList<AIContent>));

    /// <summary>The contents of an output, or <see langword="null"/> where it is something else.</summary>
    public static IReadOnlyList<AIContent>? Of<T>(T output) => output switch
    {
        AIContent content => [content],
        IReadOnlyList<AIContent> contents => contents,
        IEnumerable<AIContent> lazy => [.. lazy],
        _ => null,
    };

    /// <summary>The JSON of an output and its contents.</summary>
    public static byte[] Write<T>(T output, IReadOnlyList<AIContent>? contents, JsonTypeInfo<T> type)
    {
        // A class of the app that gives contents has JSON of its own. An interface says nothing but that contents come.
        var isLazy = contents is not null && typeof(T).IsInterface && output is not IReadOnlyCollection<AIContent>;
        return isLazy ? BoundJson.Write<IList<AIContent>>([.. contents!], ListInfo) : BoundJson.Write(output, type);
    }
}

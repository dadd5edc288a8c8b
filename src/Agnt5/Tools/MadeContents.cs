using Microsoft.Extensions.AI;

namespace Agnt5.Tools;

/// <summary>Contents that a tool makes when somebody asks for them, such as an iterator's. Each asking runs the tool's code, so it happens once.</summary>
internal static class MadeContents
{
    /// <summary>A tool's output, with its contents in a list where they were lazy.</summary>
    public static T Of<T>(T output) => output switch
    {
        IReadOnlyCollection<AIContent> => output,
        IEnumerable<TextContent> texts => Made(texts, output),
        IEnumerable<DataContent> files => Made(files, output),
        IEnumerable<UriContent> addresses => Made(addresses, output),
        IEnumerable<HostedFileContent> hosted => Made(hosted, output),
        IEnumerable<AIContent> contents => Made(contents, output),
        _ => output,
    };

    // A type of the app that gives contents is its own, and no list can stand for it.
    private static T Made<T, TContent>(IEnumerable<TContent> contents, T output) => typeof(T).IsAssignableFrom(typeof(List<TContent>)) ? (T)(object)contents.ToList() : output;
}

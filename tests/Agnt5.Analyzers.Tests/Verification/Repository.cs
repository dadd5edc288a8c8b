using Agnt5.Tests.Shared;

namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The files of the repository that the rules answer for.</summary>
internal static class Repository
{
    private static readonly string Root = RepositoryRoot.Folder;

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static bool Has(params string[] path) => File.Exists(Path.Combine([Root, .. path]));

    public static IEnumerable<string> Names(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Root, .. folder])).Select(path => Path.GetFileName(path)!);
}

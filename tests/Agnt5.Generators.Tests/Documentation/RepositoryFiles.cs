using Agnt5.Tests.Shared;

namespace Agnt5.Generators.Tests.Documentation;

/// <summary>The texts of the repository, by paths from its root with forward slashes.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Outputs = ["bin", "obj", "node_modules", "artifacts", "BenchmarkDotNet.Artifacts", "TestResults", ".git", ".vs", ".idea"];

    private static readonly string Root = RepositoryRoot.Folder;

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Whether there is a file or folder at a path, with its name in upper and lower case as it is written, which is how GitHub looks for it.</summary>
    public static bool Has(string path)
    {
        var folder = Root;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetFileName(entry) == name))
                return false;
            folder = Path.Combine(folder, name);
        }

        return true;
    }

    /// <summary>All files with one of the extensions, without what a build makes.</summary>
    public static IEnumerable<string> With(params string[] extensions) =>
        Under(Root).Where(path => extensions.Contains(Path.GetExtension(path))).Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Under(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder).Where(static inner => !Outputs.Contains(Path.GetFileName(inner))).SelectMany(Under));
}

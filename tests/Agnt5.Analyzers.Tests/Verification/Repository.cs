namespace Agnt5.Analyzers.Tests.Verification;

/// <summary>The files of the repository that the rules answer for.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static bool Has(params string[] path) => File.Exists(Path.Combine([Root, .. path]));

    public static IEnumerable<string> Names(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Root, .. folder])).Select(path => Path.GetFileName(path)!);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Agnt5.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Agnt5.sln.");
    }
}

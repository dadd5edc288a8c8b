namespace Agnt5.Tests.Shared;

/// <summary>The folder of the repository that the running tests were built in.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder's full path.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Agnt5.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Agnt5.sln.");
    }
}

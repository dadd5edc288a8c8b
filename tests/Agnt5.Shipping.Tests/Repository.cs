using Agnt5.Tests.Shared;

namespace Agnt5.Shipping.Tests;

/// <summary>The places of the repository's files.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Folder;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A folder of the build output, emptied.</summary>
    public static string EmptyFolder(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }
}

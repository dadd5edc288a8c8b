namespace Agnt5.Local.Storage.Sqlite;

/// <summary>Keeps a second engine away from a file. The system takes the lock back when the process ends, however it ends.</summary>
internal static class StoreLock
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Takes the lock, and makes the file when it is not there. Inputs and checkpoints are nobody's business but its owner's.</summary>
    /// <exception cref="Hosting.EngineException">Another engine has the file, or the folder cannot be written.</exception>
    public static FileStream Take(string path)
    {
        var lockPath = path + ".lock";
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            var taken = Open(lockPath, FileShare.None);
            if (!File.Exists(path))
                Open(path, FileShare.ReadWrite).Dispose();
            return taken;
        }
        catch (IOException exception) when (File.Exists(lockPath))
        {
            throw StoreErrors.Of(path, "is used by another engine. Stop that one, or give this one a file of its own.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw StoreErrors.Of(path, $"cannot be opened: {exception.Message}", exception);
        }
    }

    private static FileStream Open(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerAlone;
        return new FileStream(path, options);
    }
}

namespace Agnt5.Local.Gateway.Access;

/// <summary>Keeps the gateway's key in a file, so that clients need no new one after a restart.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reads the key, or makes one and keeps it.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be read or written, or holds no key.</exception>
    public static ApiKey ReadOrCreate(string path)
    {
        try
        {
            return File.Exists(path) ? Read(path) : Create(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidOperationException($"MapAgnt5Local cannot keep the gateway's key in {path}: {exception.Message} Give another KeyFile, or an ApiKey.", exception);
        }
    }

    private static ApiKey Read(string path)
    {
        var text = File.ReadAllText(path).Trim();
        return ApiKey.IsUsable(text)
            ? new ApiKey(text)
            : throw new InvalidOperationException($"The file {path} holds no key of the gateway. Delete it, and the next start makes one.");
    }

    private static ApiKey Create(string path)
    {
        var key = ApiKey.Create();
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerAlone;
        using var writer = new StreamWriter(path, options);
        writer.WriteLine(key.Text);
        return key;
    }
}

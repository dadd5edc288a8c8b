namespace Agnt5.Local.Payloads;

/// <summary>Keeps uploaded outputs in a folder, one file each, so that they are there in the next process. A payload is on the disk when it was saved.</summary>
internal sealed class FilePayloadStore : IPayloadStore
{
    private const string Unfinished = ".part";

    private readonly string _folder;

    /// <param name="folder">The folder. <see cref="Prepare"/> makes it.</param>
    public FilePayloadStore(string folder) => _folder = Path.GetFullPath(folder);

    /// <summary>Makes the folder, for its owner alone, and removes what a process that was killed had begun. Called before anything is saved, while no other process uses it.</summary>
    public void Prepare()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var part in Directory.EnumerateFiles(_folder, "*" + Unfinished))
            File.Delete(part);
    }

    public bool TrySave(string name, SavedPayload payload)
    {
        var path = PathOf(name);
        if (path is null || File.Exists(path))
            return false;

        var part = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(payload.Content.Span);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(part, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(part);
            return false;
        }
    }

    public SavedPayload? Find(string name)
    {
        try
        {
            return PathOf(name) is { } path ? SavedPayload.Of(File.ReadAllBytes(path)) : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Remove(string name)
    {
        if (PathOf(name) is { } path)
            File.Delete(path);
    }

    /// <summary>The file of a payload, or <see langword="null"/> for what is no payload's name. A name never leads out of the folder.</summary>
    private string? PathOf(string name) =>
        name.Length is > 0 and < 200 && name[0] != '.' && name.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-') ? Path.Combine(_folder, name) : null;
}

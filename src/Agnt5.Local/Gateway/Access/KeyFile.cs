using System.Reflection;
using Agnt5.Hosting;

namespace Agnt5.Local.Gateway.Access;

/// <summary>Keeps the gateway's key in a file, so that clients need no new one after a restart.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string FileName = "agnt5.local-key";

    /// <summary>The file in the folder <c>obj</c> of the project that the program was built from, or <see langword="null"/> where it does not run out of the project's folder.</summary>
    public static string? InProject =>
        ProjectFolder.FindObj(AppContext.BaseDirectory, Assembly.GetEntryAssembly()?.GetName().Name ?? "") is { } folder ? Path.Combine(folder, FileName) : null;

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

        // Written whole under another name first: a process that starts at the same time must not read half of it.
        var draft = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            using (var writer = new StreamWriter(draft, options))
                writer.WriteLine(key.Text);
            File.Move(draft, path);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other process was faster.
            return Read(path);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}

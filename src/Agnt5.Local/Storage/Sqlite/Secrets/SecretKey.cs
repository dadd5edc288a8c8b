using System.Security.Cryptography;

namespace Agnt5.Local.Storage.Sqlite.Secrets;

/// <summary>Where the key comes from that secrets are encrypted with.</summary>
internal static class SecretKey
{
    /// <summary>The variable that may hold the key.</summary>
    public const string Variable = "AGNT5_LOCAL_SECRET_KEY";

    /// <summary>The length in bytes: AES-256.</summary>
    public const int Length = 32;

    /// <summary>What follows the database's path in the path of its key.</summary>
    public const string Extension = ".key";

    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Finds the key: the option, the variable, or the file beside the database, which is made for a database that has no secret yet.</summary>
    /// <param name="options">The store's options.</param>
    /// <param name="mayCreate">Whether nothing was encrypted yet.</param>
    /// <exception cref="Hosting.EngineException">There is no key, or it cannot be one.</exception>
    public static byte[] Find(SqliteStoreOptions options, bool mayCreate)
    {
        if (options.SecretKey is { } given)
            return Decode(given, options.Path, "the option DatabaseSecretKey");
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return Decode(named, options.Path, $"the variable {Variable}");

        var path = options.Path + Extension;
        try
        {
            if (!File.Exists(path))
            {
                return mayCreate
                    ? Create(path)
                    : throw StoreErrors.Of(options.Path, $"has encrypted secrets, and their key {path} is gone. Bring the file back, or begin a new database.");
            }

            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
                throw StoreErrors.Of(options.Path, $"has a key that others may read: {path}. Take their rights away (chmod 600).");
            return Decode(File.ReadAllText(path).Trim(), options.Path, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Of(options.Path, $"needs its key {path}: {exception.Message}", exception);
        }
    }

    private static byte[] Create(string path)
    {
        var key = RandomNumberGenerator.GetBytes(Length);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerAlone;
        // A process that is killed here leaves no half key, and secrets that are on the disk have theirs there.
        var part = path + ".part";
        using (var file = new FileStream(part, options))
        {
            using (var writer = new StreamWriter(file, leaveOpen: true))
                writer.WriteLine(Convert.ToBase64String(key));
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path);
        return key;
    }

    private static byte[] Decode(string text, string path, string source)
    {
        var key = new byte[Length];
        return Convert.TryFromBase64String(text, key, out var length) && length == Length
            ? key
            : throw StoreErrors.Of(path, $"needs a key for its secrets, and {source} is none: give {Length} random bytes in Base64.");
    }
}

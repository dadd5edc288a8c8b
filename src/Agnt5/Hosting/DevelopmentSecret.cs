using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Agnt5.Hosting;

namespace Agnt5;

/// <summary>A signing secret for development, so that the first invoke works without any set-up. It stays the same over restarts.</summary>
public static class DevelopmentSecret
{
    private const string FileName = "agnt5.development-secret";
    private const int SecretBytes = 16;
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>
    /// Gives the options a secret where they need one and have none. The secret is made once and kept in the folder <c>obj</c> of the project that the program was built from, in a file
    /// that its owner alone may read (on Windows whoever may read the folder); delete the file for another secret. A file that is empty, or that others may read, is replaced. Call it in development
    /// only.
    /// </summary>
    /// <param name="options">The options, which get the secret.</param>
    /// <returns>
    /// The file that holds the secret; <see langword="null"/> when a secret is configured, when unsigned invokes are allowed, when the program does not run out of the folder of its project, so
    /// that there is no place to keep a secret, or when the file cannot be read or written. <see cref="DevelopmentGuide.Print"/> tells which.
    /// </returns>
    public static string? MakeIfMissing(ServerlessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.HasSigningSecret || options.AllowUnsigned)
            return null;
        if (ProjectFolder.FindObj(AppContext.BaseDirectory, Assembly.GetEntryAssembly()?.GetName().Name ?? "") is not { } folder)
        {
            options.SecretProblem = $"no project with a folder obj, where one for Development would be kept, is around {AppContext.BaseDirectory}";
            return null;
        }

        var file = Path.Combine(folder, FileName);
        try
        {
            options.SigningSecret = Kept(file) ?? Make(file);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            options.SecretProblem = $"{file}, where one for Development is kept, cannot be used: {exception.Message.TrimEnd('.')}";
            return null;
        }
    }

    /// <returns>The secret in a file, or <see langword="null"/> where there is none, or none that stayed with its owner. Such a file is removed.</returns>
    private static string? Kept(string file)
    {
        if (!File.Exists(file))
            return null;
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & Others) == 0)
        {
            // Fails for a file that belongs to another user.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, OwnerAlone);
            if (File.ReadAllText(file).Trim() is { Length: > 0 } secret)
                return secret;
        }

        File.Delete(file);
        return null;
    }

    private static string Make(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerAlone;

        // Written whole under another name first: a process that starts at the same time must not read half of it.
        var draft = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            using (var stream = new FileStream(draft, options))
                stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))));
            File.Move(draft, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            // The other process was faster.
        }
        finally
        {
            File.Delete(draft);
        }

        return File.ReadAllText(file).Trim();
    }
}

using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Agnt5;

/// <summary>A signing secret for development, so that the first invoke works without any set-up. It stays the same over restarts.</summary>
public static class DevelopmentSecret
{
    private const string FileName = "agnt5.development-secret";
    private const int SecretBytes = 16;

    /// <summary>
    /// Gives the options a secret where they need one and have none. The secret is made once and kept in the folder <c>obj</c> of the project that the program was built from, in a file
    /// that its owner alone may read (on Windows whoever may read the folder); delete the file for another secret. Call it in development only.
    /// </summary>
    /// <param name="options">The options, which get the secret.</param>
    /// <returns>
    /// The file that holds the secret; <see langword="null"/> when a secret is configured, when unsigned invokes are allowed, or when the program does not run out of the folder of its project, so
    /// that there is no place to keep a secret.
    /// </returns>
    public static string? MakeIfMissing(ServerlessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.HasSigningSecret || options.AllowUnsigned || FindFolder() is not { } folder)
            return null;

        var file = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(file))
                Make(file);
            options.SigningSecret = File.ReadAllText(file).Trim();
            return options.HasSigningSecret ? file : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that nobody may write to keeps no secret.
            return null;
        }
    }

    /// <summary>The folder where the build keeps what it makes, which no repository and no published program has.</summary>
    private static string? FindFolder()
    {
        // Beside bin, or with one folder for the output of all projects, beside the folder of this one.
        string[] places = ["obj", Path.Combine("obj", Assembly.GetEntryAssembly()?.GetName().Name ?? "")];
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = places.Select(place => Path.Combine(folder.FullName, place)).FirstOrDefault(static place => File.Exists(Path.Combine(place, "project.assets.json")));
            if (found is not null)
                return found;
        }

        return null;
    }

    private static void Make(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Written whole under another name first: a process that starts at the same time must not read half of it.
        var draft = $"{file}.{Path.GetRandomFileName()}";
        using (var stream = new FileStream(draft, options))
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))));
        try
        {
            File.Move(draft, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            // The other process was faster.
            File.Delete(draft);
        }
    }
}

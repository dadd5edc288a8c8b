using System.Security.Cryptography;
using System.Text;
using Microsoft.Build.Framework;

namespace Agnt5.JavaScript.Build;

/// <summary>
/// Puts an npm package folder together: what each engine's publish gave, the JavaScript half, and <c>package.json</c> and <c>README.md</c>. Files of an earlier publish that are no part of it any
/// more go away.
/// </summary>
public sealed class WriteNpmPackage : Microsoft.Build.Utilities.Task
{
    private const int BytesOfHash = 8;

    /// <summary>The folder to write.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The files to copy, with the metadata <c>PackagePath</c>.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>The kind of host: <c>node</c>, <c>web</c> or <c>workers</c>.</summary>
    [Required]
    public string Host { get; set; } = "";

    /// <summary>The package's name.</summary>
    [Required]
    public string Name { get; set; } = "";

    /// <summary>The package's version.</summary>
    [Required]
    public string Version { get; set; } = "";

    /// <summary>The package's licence, or nothing.</summary>
    public string License { get; set; } = "";

    /// <summary>The README to write, with <c>{name}</c> in place of the package's name.</summary>
    [Required]
    public string ReadmeTemplate { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Write(new NpmFolder(Folder));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError($"The npm package could not be written to {Folder}: {exception.Message}");
            return false;
        }
    }

    private void Write(NpmFolder folder)
    {
        // The last of a path counts: an addon that was just made, and not the one of an older package.
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (var file in Files)
            files[file.GetMetadata("PackagePath").Replace('\\', '/')] = file.GetMetadata("FullPath");
        var contents = Host == "workers" ? WorkersForm.Of(files) : NodeForm.Of(files);
        contents["lib/build.js"] = Encoding.UTF8.GetBytes(File.ReadAllText(files["lib/build.js"]).Replace("undefined", $"'{Name}@{Version} {HashOf(contents)}'"));
        contents["README.md"] = Encoding.UTF8.GetBytes(File.ReadAllText(ReadmeTemplate).Replace("{name}", Name));
        contents["package.json"] = Encoding.UTF8.GetBytes(PackageJson.Describe(Name, Version, License, Host, new HashSet<string>(contents.Keys)));
        folder.Replace(contents);
    }

    // Copies of one publish in one process know each other by it.
    private static string HashOf(IReadOnlyDictionary<string, byte[]> contents)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in contents.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{file.Key} {file.Value.Length}\n"));
            all.AppendData(file.Value);
        }

        return BitConverter.ToString(all.GetHashAndReset(), 0, BytesOfHash).Replace("-", "").ToLowerInvariant();
    }
}

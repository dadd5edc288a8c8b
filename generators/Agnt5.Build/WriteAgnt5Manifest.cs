using System.Text;
using Microsoft.Build.Framework;

namespace Agnt5.Build;

/// <summary>
/// Writes the manifest that the source generator compiled into an assembly to a file next to it, because a generator may not write files.
/// </summary>
public sealed class WriteAgnt5Manifest : Microsoft.Build.Utilities.Task
{
    private const string NoComponents = "\"components\":[]}";

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string AssemblyPath { get; set; } = "";

    /// <summary>The file to write. The task does not touch it when nothing has changed, and deletes it when the assembly has no components.</summary>
    [Required]
    public string ManifestPath { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var manifest = CompiledManifest.Read(AssemblyPath);
            if (manifest is null || manifest.EndsWith(NoComponents, StringComparison.Ordinal))
                File.Delete(ManifestPath);
            else
                WriteIfChanged(manifest);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogError($"The AGNT5 manifest of {AssemblyPath} could not be written to {ManifestPath}: {exception.Message}");
            return false;
        }
    }

    private void WriteIfChanged(string manifest)
    {
        if (File.Exists(ManifestPath) && File.ReadAllText(ManifestPath, Encoding.UTF8) == manifest)
            return;

        File.WriteAllText(ManifestPath, manifest, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}

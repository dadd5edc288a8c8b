using System.Text;

namespace Agnt5.JavaScript.Build;

/// <summary>The files of a package for Node.js and for hosts of the Fetch API.</summary>
internal static class NodeForm
{
    private const string Timers = "timers.js";

    /// <param name="files">Paths on disk by paths in the package.</param>
    public static Dictionary<string, byte[]> Of(IReadOnlyDictionary<string, string> files) =>
        files.ToDictionary(static file => file.Key, static file => ContentOf(file.Key, file.Value));

    private static byte[] ContentOf(string path, string source) =>
        RuntimeTimers.AreIn(path) ? Encoding.UTF8.GetBytes(RuntimeTimers.Replace(path, File.ReadAllText(source), Timers)) : File.ReadAllBytes(source);
}

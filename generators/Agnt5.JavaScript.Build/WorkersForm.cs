using System.Text;
using System.Text.RegularExpressions;

namespace Agnt5.JavaScript.Build;

/// <summary>
/// The files of a package in the form that Workers take: wrangler bundles them without a rule or a definition of the user's. Assemblies are <c>.bin</c>, which it takes for data, and the modules of
/// the .NET runtime ask neither for their own address, which a Worker's modules do not have, nor for timers that end with a request.
/// </summary>
internal static class WorkersForm
{
    // Any address would do: files come by imports.
    private const string Address = "\"file:///agnt5/wasm/dotnet.js\"";

    private const string Timers = "worker-timers.js";

    // What differs in Workers, and the file that it replaces.
    private const string WorkerPlatform = "lib/worker-platform.js", Platform = "lib/platform.js";

    private static readonly Regex AssemblyImport = new("(?<=^import \\w+ from \"\\./)(?<name>.+)\\.dll(?=\";\r?$)", RegexOptions.Multiline);

    /// <param name="files">Paths on disk by paths in the package.</param>
    public static Dictionary<string, byte[]> Of(IReadOnlyDictionary<string, string> files)
    {
        Dictionary<string, byte[]> contents = new(StringComparer.Ordinal);
        foreach (var file in files.Where(static file => file.Key != Platform))
            contents[PathOf(file.Key)] = ContentOf(file.Key, file.Value);
        return contents;
    }

    private static string PathOf(string path)
    {
        if (path == WorkerPlatform)
            return Platform;
        return IsOfRuntime(path) && path.EndsWith(".dll", StringComparison.Ordinal) ? path.Substring(0, path.Length - "dll".Length) + "bin" : path;
    }

    private static byte[] ContentOf(string path, string source)
    {
        if (!IsOfRuntime(path) || !path.EndsWith(".js", StringComparison.Ordinal))
            return File.ReadAllBytes(source);
        var text = AssemblyImport.Replace(File.ReadAllText(source), "${name}.bin").Replace("import.meta.url", Address);
        return Encoding.UTF8.GetBytes(RuntimeTimers.AreIn(path) ? RuntimeTimers.Replace(path, text, Timers) : text);
    }

    private static bool IsOfRuntime(string path) => path.StartsWith("wasm/", StringComparison.Ordinal);
}

using System.Text;

namespace Agnt5.JavaScript.Build;

/// <summary>The folder of an npm package, on disk.</summary>
/// <param name="path">Where it is, or will be.</param>
internal sealed class NpmFolder(string path)
{
    // What only a publish makes. Files elsewhere in the folder may be someone's own.
    private static readonly string[] OwnFolders = ["lib", "wasm", "prebuilds"];

    // The file by which a publish is known, with what it begins with.
    private const string Build = "lib/build.js", BuildComment = "/** What tells one publish of this package from another";

    private readonly string _package = Path.Combine(path, "package.json");

    /// <summary>Whether something is there that no publish made. Files with a dot in front, such as .gitignore, are in nobody's way.</summary>
    public bool IsOfSomeoneElse =>
        Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(static entry => !Path.GetFileName(entry).StartsWith(".", StringComparison.Ordinal)) && !IsOurs;

    // A publish that was interrupted has not written package.json, which is the last.
    private bool IsOurs =>
        Text(Path.Combine(path, Build)).StartsWith(BuildComment, StringComparison.Ordinal) && (!File.Exists(_package) || PackageJson.Mark.IsMatch(Text(_package)));

    /// <summary>Makes these the files of the package. A file that is the same already is not written: what watches the folder sees changes alone.</summary>
    public void Replace(IReadOnlyDictionary<string, byte[]> contents)
    {
        RemoveAllBut(contents);
        foreach (var file in contents.OrderBy(static file => file.Key switch { Build => 0, "package.json" => 2, _ => 1 }))
            WriteIfChanged(Path.Combine(path, file.Key), file.Value);
    }

    private void RemoveAllBut(IReadOnlyDictionary<string, byte[]> contents)
    {
        if (!IsOurs)
            return;
        var modules = Directory.EnumerateFiles(path).Where(static file => file.EndsWith(".js", StringComparison.Ordinal) || file.EndsWith(".d.ts", StringComparison.Ordinal));
        var inside = OwnFolders.Select(folder => Path.Combine(path, folder)).Where(Directory.Exists).SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        foreach (var file in modules.Concat(inside).Where(file => !contents.ContainsKey(file.Substring(path.Length).TrimStart('/', '\\').Replace('\\', '/'))).ToArray())
            File.Delete(file);
    }

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8) : "";

    private static void WriteIfChanged(string path, byte[] content)
    {
        if (File.Exists(path) && new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).SequenceEqual(content))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}

using System.Runtime.CompilerServices;

namespace Agnt5.Generators.Tests.Harness;

/// <summary>
/// Compares text with what was accepted before. It keeps the file convention of Verify: <c>Class.Test.verified.txt</c> beside the test, one
/// <c>Class.Test#name.verified.cs</c> for each generated file, <c>.received.</c> where they differ. Set <c>AGNT5_ACCEPT_SNAPSHOTS=1</c> to accept.
/// </summary>
internal static class Snapshot
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("AGNT5_ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Compares all generated files; a file more or less is a difference too.</summary>
    public static void Verify(GeneratedProject project, [CallerFilePath] string path = "", [CallerMemberName] string test = "")
    {
        var prefix = Prefix(path, test);
        var expected = project.Files.ToDictionary(file => $"{prefix}#{Path.GetFileNameWithoutExtension(file.Key)}.verified.cs", static file => file.Value);
        var differences = new List<string>();
        foreach (var (file, text) in expected)
            Compare(file, text, differences);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(prefix)!, Path.GetFileName(prefix) + "#*.verified.cs").Where(file => !expected.ContainsKey(file)))
            Surplus(file, differences);
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    /// <summary>Compares one text.</summary>
    public static void Verify(string text, [CallerFilePath] string path = "", [CallerMemberName] string test = "")
    {
        var differences = new List<string>();
        Compare(Prefix(path, test) + ".verified.txt", text, differences);
        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    private static string Prefix(string path, string test) =>
        Path.Combine(Path.GetDirectoryName(path)!, "Snapshots", $"{Path.GetFileNameWithoutExtension(path)}.{test}");

    private static void Compare(string file, string text, List<string> differences)
    {
        var received = file.Replace(".verified.", ".received.", StringComparison.Ordinal);
        File.Delete(received);
        if (File.Exists(file) && Normalize(File.ReadAllText(file)) == Normalize(text))
            return;
        if (Accepts)
        {
            File.WriteAllText(file, text);
            return;
        }

        File.WriteAllText(received, text);
        differences.Add($"{Path.GetFileName(file)} differs from {Path.GetFileName(received)}. Accept it with AGNT5_ACCEPT_SNAPSHOTS=1.");
    }

    private static void Surplus(string file, List<string> differences)
    {
        if (Accepts)
            File.Delete(file);
        else
            differences.Add($"{Path.GetFileName(file)} is not generated any more. Accept that with AGNT5_ACCEPT_SNAPSHOTS=1.");
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}

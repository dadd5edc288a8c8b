namespace Agnt5.HostDifferences.Probes;

/// <summary>Paths as texts, and what a file system of the host says.</summary>
internal static class Paths
{
    public static void Add(Report report)
    {
        report.Add("Path.DirectorySeparatorChar", () => Path.DirectorySeparatorChar);
        report.Add("Path.PathSeparator", () => Path.PathSeparator);
        report.Add("Path.Combine", () => Path.Combine("a", "/b", "c"));
        report.Add("Path.Join", () => Path.Join("a", "/b", "c"));
        report.Add("Path.GetFullPath", () => Path.GetFullPath("/a/./b/../c"));
        report.Add("Path.GetFileName", () => Path.GetFileName("a\\b/c.txt"));
        report.Add("Path.GetExtension", () => Path.GetExtension("a.b/c."));
        report.Add("Path.GetRelativePath", () => Path.GetRelativePath("/a/b", "/a/c/d"));
        report.Add("Path.IsPathRooted", () => Path.IsPathRooted("C:\\a"));
        report.Add("Path.GetInvalidFileNameChars", () => Path.GetInvalidFileNameChars().Length);
        report.Add("Path.GetTempPath", () => Path.GetTempPath());
        report.Add("names of files in any case", () =>
        {
            var folder = Directory.CreateTempSubdirectory();
            File.WriteAllText(Path.Combine(folder.FullName, "a.txt"), "");
            return File.Exists(Path.Combine(folder.FullName, "A.TXT"));
        });
        report.Add("root folder exists", () => Directory.Exists("/"));
        report.Add("zones of the file system", () => Directory.Exists("/usr/share/zoneinfo"));
    }
}

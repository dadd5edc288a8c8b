namespace Agnt5.Cli.Tests.Harness;

/// <summary>The processes of this machine. Only Linux tells the command lines and the folders of others.</summary>
internal static class RunningProcesses
{
    /// <summary>The command lines of those that name a folder, or work in it.</summary>
    public static IEnumerable<string> Of(string folder) => !OperatingSystem.IsLinux() ? [] : Directory.GetDirectories("/proc")
        .Where(static process => int.TryParse(Path.GetFileName(process), out _)).Select(Read).Where(line => line.Contains(folder, StringComparison.Ordinal));

    private static string Read(string process)
    {
        try
        {
            return $"{File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ')} in {new DirectoryInfo(Path.Combine(process, "cwd")).LinkTarget}";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

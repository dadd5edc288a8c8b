namespace Agnt5.Shipping.Tests;

/// <summary>PowerShell 7, as a tool of .NET, for the commands that Windows users are given.</summary>
internal static class PowerShell
{
    private const string Version = "7.6.9";

    private static readonly Lazy<Task<string>> Program = new(InstallAsync);

    /// <summary>Runs a script that must succeed.</summary>
    public static async Task<string> MustRunAsync(string folder, string script) =>
        await Command.MustRunAsync(folder, await Program.Value, "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script);

    private static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, $"powershell-{Version}");
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
        if (!File.Exists(program))
            await Command.MustRunAsync(Repository.Root, "dotnet", "tool", "install", "PowerShell", "--version", Version, "--tool-path", folder);
        return program;
    }
}

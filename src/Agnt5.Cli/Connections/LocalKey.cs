namespace Agnt5.Cli.Connections;

/// <summary>The key of the local AGNT5 that <c>dotnet agnt5 dev</c> runs, in a file of its user alone. The other commands find it there.</summary>
internal static class LocalKey
{
    /// <summary>The file: <c>agnt5/local.key</c> in the user's folder for data of applications.</summary>
    public static string Path => System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "agnt5", "local.key");

    /// <summary>The key, or <see langword="null"/> where none was made.</summary>
    public static string? Read() => File.Exists(Path) && File.ReadAllText(Path).Trim() is { Length: > 0 } key ? key : null;
}

namespace Agnt5.Cli.Output;

/// <summary>Writes commands that a person can paste into a shell.</summary>
internal static class ShellText
{
    private const string Plain = "-_./:=@%+,";

    /// <summary>A command with its arguments, quoted where the shell would read them otherwise.</summary>
    public static string Command(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>One argument for the shells of Unix and for PowerShell: in single quotes unless it is plain.</summary>
    public static string Quote(string word) => word.Length > 0 && word.All(static sign => char.IsAsciiLetterOrDigit(sign) || Plain.Contains(sign, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

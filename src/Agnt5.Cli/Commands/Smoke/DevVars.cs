namespace Agnt5.Cli.Commands.Smoke;

/// <summary>Reads <c>.dev.vars</c>, whose lines are those of a <c>.env</c> file.</summary>
internal static class DevVars
{
    private const string Export = "export ";

    /// <summary>The variables, in the order of the lines.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Read(IEnumerable<string> lines) => lines
        .Select(static line => line.Split('=', 2)).Where(static parts => parts.Length == 2).Select(static parts => KeyValuePair.Create(NameIn(parts[0].Trim()), ValueIn(parts[1].Trim())));

    private static string NameIn(string text) => text.StartsWith(Export, StringComparison.Ordinal) ? text[Export.Length..].TrimStart() : text;

    // In quotes, all is the value up to the other quote. Without, a number sign begins a comment.
    private static string ValueIn(string text) =>
        text is ['"' or '\'' or '`', ..] && text.IndexOf(text[0], 1) is > 0 and var end ? text[1..end] : text.Split('#', 2)[0].TrimEnd();
}

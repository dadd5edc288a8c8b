using System.Globalization;
using System.Text;

namespace Agnt5.Cli.Diagrams;

/// <summary>Writes texts so that Mermaid shows them as they are. It reads labels as Markdown, and numbers between <c>#</c> and <c>;</c> as characters.</summary>
internal static class MermaidText
{
    // Quotes end a label, and the others are Markdown, HTML, entities, formulas or directives.
    private const string Special = "\"#&<>`*~\\[]|%$";

    /// <summary>A label in quotes.</summary>
    public static string Label(IEnumerable<string> lines) => $"\"{string.Join("<br/>", lines.Select(Escape))}\"";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (char.IsWhiteSpace(sign))
                escaped.Append(' ');
            else if (char.IsControl(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.Format || IsHalf(text, at))
                escaped.Append('\uFFFD');
            else if (Special.Contains(sign, StringComparison.Ordinal) || BeginsList(text, at) || (sign == '_' && IsAtEdge(text, at)))
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)sign};");
            else
                escaped.Append(sign);
        }

        return escaped.ToString();
    }

    // "1. tea", "1) tea", "- tea" and "+ tea" would be lists, and "= tea" a headline's line.
    private static bool BeginsList(string text, int at) => text[at] switch
    {
        '-' or '+' or '=' => at == 0,
        '.' or ')' => at > 0 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    // Within a word an underscore is no emphasis.
    private static bool IsAtEdge(string text, int at) => at == 0 || at == text.Length - 1 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]);

    private static bool IsHalf(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]) : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}

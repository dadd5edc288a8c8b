using System.Text;

namespace Agnt5.Shared;

/// <summary>Quotes a text from the source in a message: on one line, and shortened if it is long.</summary>
internal static class QuotedText
{
    private const int Shown = 100;

    public static string Of(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text.Length > Shown ? text.Substring(0, Shown) : text)
            quoted.Append(char.IsControl(character) ? '\uFFFD' : character);
        return quoted.Append(text.Length > Shown ? "…'" : "'").ToString();
    }
}

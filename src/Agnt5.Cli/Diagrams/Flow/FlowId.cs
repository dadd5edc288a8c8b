using System.Text;

namespace Agnt5.Cli.Diagrams.Flow;

/// <summary>Makes ids from labels: small letters, digits and underscores. Each begins with the kind of its node, so none is a word of Mermaid such as <c>end</c>.</summary>
internal static class FlowId
{
    private const int Longest = 40;

    public static string Of(string text)
    {
        var id = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterOrDigit(sign))
                id.Append(char.ToLowerInvariant(sign));
            else if (id.Length > 0 && id[^1] != '_')
                id.Append('_');
            if (id.Length == Longest)
                break;
        }

        return id.ToString().TrimEnd('_');
    }
}

using System.Text.RegularExpressions;

namespace Agnt5.Generators.Tests.Documentation;

/// <summary>A page of the repository: its headings, with the anchors that GitHub gives them, and its links. Code blocks have neither.</summary>
internal sealed partial class MarkdownPage
{
    private MarkdownPage(string path, string text)
    {
        Path = path;
        Text = text;
        var anchors = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match line in Heading().Matches(text))
        {
            var title = line.Groups["title"].Value.Trim();
            var anchor = NoAnchorCharacter().Replace(LinkText().Replace(title, "$1").ToLowerInvariant(), "").Replace(' ', '-');
            var number = anchors[anchor] = anchors.GetValueOrDefault(anchor, -1) + 1;
            Headings.Add(new MarkdownHeading(line.Groups["level"].Length, title, number == 0 ? anchor : $"{anchor}-{number}"));
        }
    }

    public string Path { get; }

    /// <summary>The page with its code blocks blanked, so that lines keep their numbers.</summary>
    public string Text { get; }

    public List<MarkdownHeading> Headings { get; } = [];

    public static MarkdownPage Read(string path) =>
        new(path, CodeBlock().Replace(RepositoryFiles.Read(path), static block => new string('\n', block.Value.Count(static character => character == '\n'))));

    /// <summary>The links to other places of the repository, each with its line.</summary>
    public IEnumerable<(string Target, int Line)> RelativeLinks() =>
        Link().Matches(Text).Select(link => (link.Groups["target"].Value, LineOf(link.Index))).Where(static link => !Absolute().IsMatch(link.Value));

    private int LineOf(int index) => Text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"^(?<level>#+) (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}_ -]")]
    private static partial Regex NoAnchorCharacter();

    [GeneratedRegex(@"^(?<fence>`{3,}).*?^\k<fence>`*$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"(?<!`)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Absolute();
}

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.CodeFixes.Edits;

/// <summary>The <c>///</c> lines in front of a declaration, as text: without a documentation file they are plain comments to the compiler.</summary>
/// <param name="Text">The lines, the first without its indentation; empty where there are none.</param>
/// <param name="Indentation">The indentation of each further line.</param>
/// <param name="NewLine">The line break.</param>
internal sealed record CommentLines(string Text, string Indentation, string NewLine)
{
    private const string Slashes = "///";

    public static CommentLines Of(SyntaxNode declaration)
    {
        var trivia = declaration.GetLeadingTrivia();
        var (start, end) = Find(trivia);
        var last = trivia.LastOrDefault();
        return new(
            string.Concat(trivia.Skip(start).Take(end - start).Select(static one => one.ToFullString())),
            last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "",
            declaration.DescendantTrivia().FirstOrDefault(static one => one.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } line ? line.ToString() : "\n");
    }

    /// <summary>
    /// Whether the fix can add to the comment. It cannot if the comment has another form or contains directives, or if the declaration does not begin its line.
    /// </summary>
    public static bool CanChange(SyntaxNode declaration)
    {
        var trivia = declaration.GetLeadingTrivia();
        var (start, end) = Find(trivia);
        var previous = declaration.GetFirstToken().GetPreviousToken();
        return (previous.RawKind == 0 || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            && !trivia.Skip(start).Take(end - start).Any(static one => one.IsDirective)
            && !trivia.Any(static one => one.Kind() is SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.MultiLineCommentTrivia);
    }

    /// <summary>Adds a line at a position of the text, which is the beginning of a line or the end.</summary>
    public CommentLines Insert(int position, string line)
    {
        var added = $"{Slashes} {line}{NewLine}";
        return this with { Text = Text.Insert(position, position == 0 && Text.Length > 0 ? added + Indentation : position == 0 ? added : Indentation + added) };
    }

    /// <summary>A declaration whose comment, if it can be changed, says nothing of a parameter.</summary>
    public static SyntaxNode RemoveParameter(SyntaxNode declaration, string name) =>
        CanChange(declaration) && Of(declaration) is var comment && comment.Without(name) is var left && left.Text != comment.Text ? left.ApplyTo(declaration) : declaration;

    private CommentLines Without(string parameter)
    {
        const RegexOptions Options = RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant;
        var element = $"""<param\s+name\s*=\s*["']{Regex.Escape(parameter)}["']\s*(/>|>.*?</param>)""";
        var left = Regex.Replace(Text, $@"^[ \t]*{Slashes}[ \t]*{element}[ \t]*\r?(\n|\z)", "", Options);
        return this with { Text = Regex.Replace(left, element, "", Options).TrimStart(' ', '\t') };
    }

    /// <summary>Where the line after a position begins.</summary>
    public int LineAfter(int position) => Text.IndexOf('\n', position) is var end and >= 0 ? end + 1 : Text.Length;

    /// <summary>Puts the comment in front of a declaration, and replaces an existing one.</summary>
    public SyntaxNode ApplyTo(SyntaxNode declaration)
    {
        var trivia = declaration.GetLeadingTrivia();
        var (start, end) = Find(trivia);
        var isNew = start == end;
        // The indentation of a comment that is gone is not needed beside that of its declaration.
        if (Text.Length == 0 && start > 0 && trivia[start - 1].IsKind(SyntaxKind.WhitespaceTrivia))
            start--;
        var lines = SyntaxFactory.ParseLeadingTrivia(isNew ? Text + Indentation : Text);
        return declaration.WithLeadingTrivia(trivia.Take(start).Concat(lines).Concat(trivia.Skip(end)));
    }

    // Without an existing comment, it goes to the line of the declaration, after the indentation.
    private static (int Start, int End) Find(SyntaxTriviaList trivia)
    {
        var documented = trivia.Select(static (one, index) => (one, index)).Where(static pair => IsLine(pair.one)).Select(static pair => pair.index).ToArray();
        if (documented.Length == 0)
            return (trivia.Count, trivia.Count);
        var end = documented[documented.Length - 1] + 1;
        if (end < trivia.Count && trivia[end].IsKind(SyntaxKind.EndOfLineTrivia))
            end++;
        return (documented[0], end);
    }

    private static bool IsLine(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
        || (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && trivia.ToString() is var text
            && text.StartsWith(Slashes, StringComparison.Ordinal) && !text.StartsWith(Slashes + "/", StringComparison.Ordinal));
}

using System.Globalization;
using Agnt5.Generators.Tests.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Generators.Tests;

/// <summary>A line of code ends where .editorconfig says: compilers do not look at that setting.</summary>
public sealed class LineLengthTests
{
    [Fact]
    public void No_line_of_code_is_longer_than_the_editor_setting_allows()
    {
        var limit = Limit();
        var files = RepositoryFiles.With(".cs").Where(IsWritten).ToArray();

        Assert.NotEmpty(files);
        var tooLong =
            from file in files
            from line in TooLong(file, limit)
            select $"{file}({line.Number}): {line.Length} characters, {limit} are the most";
        Assert.True(!tooLong.Any(), string.Join('\n', tooLong));
    }

    private static IEnumerable<(int Number, int Length)> TooLong(string file, int limit)
    {
        var text = RepositoryFiles.Read(file);
        if (text.Split('\n').All(line => line.Length <= limit))
            return [];
        var tree = CSharpSyntaxTree.ParseText(text);
        return
            from line in tree.GetText().Lines
            where line.Span.Length > limit && !IsInRawString(tree.GetRoot().FindToken(line.Start + limit))
            select (line.LineNumber + 1, line.Span.Length);
    }

    // The text of a raw string is compared or compiled unchanged, and a line break would be a part of it.
    private static bool IsInRawString(SyntaxToken token) =>
        token.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
        || token.Parent?.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>().Any(static text =>
            text.StringStartToken.Kind() is SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken) is true;

    private static int Limit()
    {
        var setting = RepositoryFiles.Read(".editorconfig").Split('\n').Single(static line => line.StartsWith("max_line_length", StringComparison.Ordinal));
        return int.Parse(setting.Split('=')[1], CultureInfo.InvariantCulture);
    }

    // Files that the generator wrote may have longer lines.
    private static bool IsWritten(string file) =>
        !file.Contains(".verified.", StringComparison.Ordinal)
        && !file.Contains(".received.", StringComparison.Ordinal);
}

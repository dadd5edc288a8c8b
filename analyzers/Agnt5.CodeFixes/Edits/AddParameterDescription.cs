using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds a <c>&lt;param&gt;</c> to a method's documentation, in the order of its parameters.</summary>
internal sealed record AddParameterDescription(DocumentId Document, TextSpan Span, string Parameter, string Text) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is MethodDeclarationSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var comment = CommentLines.Of(node);
        return comment.Insert(PositionIn(comment, (MethodDeclarationSyntax)node), $"""<param name="{Parameter}">{Text}</param>""").ApplyTo(node);
    }

    // After the parameters before it, or else after the summary; without one, before the parameters after it.
    private int PositionIn(CommentLines comment, MethodDeclarationSyntax method)
    {
        var before = method.ParameterList.Parameters.Select(static parameter => parameter.Identifier.ValueText).TakeWhile(name => name != Parameter);
        foreach (var element in before.Reverse().Select(static name => $"""<param\s+name\s*=\s*["']{name}["'][^>]*(/>|>.*?</param>)""").Append("<summary>.*?</summary>"))
            if (Regex.Match(comment.Text, element, RegexOptions.Singleline | RegexOptions.CultureInvariant) is { Success: true } found)
                return comment.LineAfter(found.Index + found.Length);
        return comment.Text.Contains("<param") ? 0 : comment.Text.Length;
    }
}

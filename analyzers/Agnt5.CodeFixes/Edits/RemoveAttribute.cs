using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Removes an attribute from a declaration, and its square brackets if they are empty then. Comments in front of it stay.</summary>
/// <param name="Text">The attribute as it is written.</param>
/// <param name="Occurrence">How many earlier attributes of the declaration have the same text.</param>
internal sealed record RemoveAttribute(DocumentId Document, TextSpan Span, string Text, int Occurrence) : Edit(Document, Span)
{
    public static RemoveAttribute Of(AttributeSyntax attribute, DocumentId document)
    {
        var declaration = attribute.Parent!.Parent!;
        var text = attribute.ToString();
        return new(document, declaration.Span, text, AttributesOf(declaration).TakeWhile(other => other != attribute).Count(other => other.ToString() == text));
    }

    public override bool IsTarget(SyntaxNode node) =>
        node is MemberDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax or CompilationUnitSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        // Attributes with the same text are equal, so it does not matter which of them other edits have removed.
        var alike = AttributesOf(node).Where(attribute => attribute.ToString() == Text).ToArray();
        if (alike.Length == 0)
            return node;
        var removed = alike[Math.Min(Occurrence, alike.Length - 1)];
        var list = (AttributeListSyntax)removed.Parent!;
        return list.Attributes.Count == 1
            ? WithoutList(node, list)
            : node.ReplaceNode(list, list.WithAttributes(list.Attributes.RemoveAt(list.Attributes.IndexOf(removed))));
    }

    private static IEnumerable<AttributeSyntax> AttributesOf(SyntaxNode declaration) =>
        declaration.ChildNodes().OfType<AttributeListSyntax>().SelectMany(static list => list.Attributes);

    private static SyntaxNode WithoutList(SyntaxNode node, AttributeListSyntax list)
    {
        var next = list.GetLastToken().GetNextToken();
        var before = list.GetLeadingTrivia();
        // If the next token begins a line, it has its own indentation.
        if (next.LeadingTrivia.FirstOrDefault().IsKind(SyntaxKind.WhitespaceTrivia) && before.LastOrDefault().IsKind(SyntaxKind.WhitespaceTrivia))
            before = before.RemoveAt(before.Count - 1);
        var around = new Dictionary<SyntaxToken, SyntaxToken> { [next] = next.WithLeadingTrivia(before.AddRange(next.LeadingTrivia)) };
        // A list that ends a line leaves the line break in place.
        var previous = node.SpanStart < list.SpanStart ? list.GetFirstToken().GetPreviousToken() : default;
        if (EndsLine(list.GetTrailingTrivia()) && previous.RawKind != 0 && !EndsLine(previous.TrailingTrivia))
            around[previous] = previous.WithTrailingTrivia(list.GetTrailingTrivia().Last());

        var marker = new SyntaxAnnotation();
        var changed = node.ReplaceSyntax(
            [list], (_, rewritten) => rewritten.WithAdditionalAnnotations(marker), around.Keys, (original, _) => around[original], [], (original, _) => original);
        return changed.RemoveNode(changed.GetAnnotatedNodes(marker).Single(), SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.LastOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
}

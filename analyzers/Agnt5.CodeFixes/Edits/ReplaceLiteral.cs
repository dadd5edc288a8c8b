using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Replaces a literal by another text or number.</summary>
/// <param name="Span">The literal's extent.</param>
/// <param name="Value">The text, or the number's digits.</param>
internal sealed record ReplaceLiteral(DocumentId Document, TextSpan Span, string Value) : Edit(Document, Span)
{
    /// <summary>Whether an expression is a literal in place, so that its change affects no other code.</summary>
    public static bool CanReplace(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.NumericLiteralExpression,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax } => true,
        _ => false,
    };

    public override bool IsTarget(SyntaxNode node) => node is ExpressionSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var replaced = node.IsKind(SyntaxKind.StringLiteralExpression)
            ? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Value))
            : SyntaxFactory.ParseExpression(Value);
        return replaced.WithTriviaFrom(node);
    }
}

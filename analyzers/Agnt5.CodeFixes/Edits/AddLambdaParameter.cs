using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Gives a lambda without parameters one: <c>() =&gt;</c> becomes <c>ct =&gt;</c>.</summary>
internal sealed record AddLambdaParameter(DocumentId Document, TextSpan Span, string Name) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is ParenthesizedLambdaExpressionSyntax && node.Span == Span;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var lambda = (ParenthesizedLambdaExpressionSyntax)node;
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Name)).WithTriviaFrom(lambda.ParameterList);
        return SyntaxFactory.SimpleLambdaExpression(lambda.AttributeLists, lambda.Modifiers, parameter, lambda.ArrowToken, lambda.Block, lambda.ExpressionBody);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Replaces a text by a read of an environment variable.</summary>
/// <param name="Environment">The type <c>Environment</c>.</param>
/// <param name="Variable">The variable's name.</param>
/// <param name="OrBlank">Whether a missing variable counts as blank text.</param>
internal sealed record ReadEnvironment(DocumentId Document, TextSpan Span, INamedTypeSymbol Environment, string Variable, bool OrBlank) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is LiteralExpressionSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var read = generator.InvocationExpression(
            generator.MemberAccessExpression(TypeSyntax.Of(Environment, generator), "GetEnvironmentVariable"),
            generator.LiteralExpression(Variable));
        if (OrBlank)
            read = SyntaxFactory.BinaryExpression(SyntaxKind.CoalesceExpression, (ExpressionSyntax)read, (ExpressionSyntax)generator.LiteralExpression("")).NormalizeWhitespace();
        return read.WithTriviaFrom(node);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Changes a step's body so that it takes a token and returns a task.</summary>
/// <param name="Argument">The position of the body in the call.</param>
/// <param name="Task">The type <c>Task</c> where the body returns no task by itself.</param>
/// <param name="Result">The type of the step's result.</param>
internal sealed record BodyChange(int Argument, INamedTypeSymbol? Task, ITypeSymbol Result)
{
    /// <summary>Whether a body can be changed: a lambda or the name of a delegate or method. A block that returns no task would have to become async.</summary>
    public static bool CanChange(ExpressionSyntax body, bool returnsTask) => body switch
    {
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0, ReturnType: null, AttributeLists.Count: 0 } lambda =>
            returnsTask || lambda.ExpressionBody is not null,
        IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax } => true,
        _ => false,
    };

    public ExpressionSyntax Apply(ExpressionSyntax body, SyntaxGenerator generator)
    {
        var lambda = body as ParenthesizedLambdaExpressionSyntax;
        SyntaxNode inner = lambda?.Body ?? (SyntaxNode)SyntaxFactory.InvocationExpression(body.WithoutTrivia());
        if (Task is not null)
            inner = generator.InvocationExpression(
                generator.MemberAccessExpression(
                    TypeSyntax.Of(Task, generator),
                    generator.GenericName("FromResult", Result)),
                inner.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation);
        var afterArrow = lambda?.ArrowToken.TrailingTrivia ?? [SyntaxFactory.Space];
        return SyntaxFactory.SimpleLambdaExpression(
                lambda?.Modifiers ?? default,
                SyntaxFactory.Parameter(SyntaxFactory.Identifier("_")),
                inner as BlockSyntax,
                inner as ExpressionSyntax)
            .WithArrowToken(SyntaxFactory.Token([SyntaxFactory.Space], SyntaxKind.EqualsGreaterThanToken, afterArrow))
            .WithTriviaFrom(body);
    }
}

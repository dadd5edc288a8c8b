using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Replaces an expression that holds a task by an await of the task.</summary>
/// <param name="Depth">
/// How many layers to take off for the task: none of <c>task</c>, one of <c>_ = task</c>, <c>task.Result</c> and <c>task.Wait()</c>, two of
/// <c>task.GetAwaiter().GetResult()</c>.
/// </param>
/// <param name="InParentheses">Whether the code around the result needs them.</param>
internal sealed record AwaitTask(DocumentId Document, TextSpan Span, int Depth, bool InParentheses) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is ExpressionSyntax && node.Span == Span;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var task = (ExpressionSyntax)node;
        for (var layer = 0; layer < Depth; layer++)
            task = Inside(task);
        return AwaitSyntax.Of(task, InParentheses).WithTriviaFrom(node);
    }

    private static ExpressionSyntax Inside(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        InvocationExpressionSyntax call => Inside(call.Expression),
        MemberAccessExpressionSyntax access => access.Expression,
        _ => expression,
    };
}

using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Makes a delay a durable sleep.</summary>
/// <param name="Context">The name of the workflow's context.</param>
/// <param name="Argument">The position of the argument with the duration.</param>
/// <param name="Duration">The conversion of the argument to a duration, or <see langword="null"/> when it is one.</param>
/// <param name="Awaits">Whether the call was the whole delay, so that the sleep is awaited.</param>
internal sealed record SleepDurably(DocumentId Document, TextSpan Span, string Context, int Argument, DurationForm? Duration, bool Awaits) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is InvocationExpressionSyntax && node.Span == Span;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var call = (InvocationExpressionSyntax)node;
        var argument = call.ArgumentList.Arguments[Argument].WithNameColon(null);
        if (Duration is not null)
            argument = argument.WithExpression(Duration.Apply(argument.Expression, generator));
        var sleep = SyntaxFactory.InvocationExpression(
            SyntaxFactory.ParseExpression($"{Context}.{DurableCallTable.Sleep.Method}"),
            call.ArgumentList.WithArguments([argument]));
        return Awaits ? AwaitSyntax.Of(sleep, inParentheses: false).WithTriviaFrom(call) : sleep.WithTriviaFrom(call);
    }
}

/// <summary>A duration made from a number: <c>TimeSpan.FromMilliseconds(delay)</c>.</summary>
/// <param name="TimeSpan">The type.</param>
/// <param name="Factory">The factory method.</param>
/// <param name="Number">The number in its unit, or <see langword="null"/> for the existing one.</param>
internal sealed record DurationForm(INamedTypeSymbol TimeSpan, string Factory, string? Number)
{
    public ExpressionSyntax Apply(ExpressionSyntax number, SyntaxGenerator generator)
    {
        var given = Number is null ? number.WithoutTrivia() : SyntaxFactory.ParseExpression(Number);
        var made = generator.InvocationExpression(generator.MemberAccessExpression(TypeSyntax.Of(TimeSpan, generator), Factory), given);
        return (ExpressionSyntax)made.WithTriviaFrom(number);
    }
}

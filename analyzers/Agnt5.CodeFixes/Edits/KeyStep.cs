using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds a key to a step: in the options that the call creates, in a copy of options that it shares, or in new options.</summary>
/// <param name="Options">The options' type.</param>
/// <param name="Argument">The position of the options in the call, or <see langword="null"/> when it has none.</param>
/// <param name="Name">The name of the parameter that takes new options, or <see langword="null"/> when it is the next one.</param>
/// <param name="Key">The key.</param>
internal sealed record KeyStep(DocumentId Document, TextSpan Span, INamedTypeSymbol Options, int? Argument, string? Name, string Key) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is InvocationExpressionSyntax && node.Span == Span;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var call = (InvocationExpressionSyntax)node;
        if (Argument is { } position)
        {
            var given = call.ArgumentList.Arguments[position].Expression;
            return call.ReplaceNode(given, Keyed(given, generator).WithTriviaFrom(given));
        }

        var added = SyntaxFactory.Argument(New(generator));
        if (Name is not null)
            added = added.WithNameColon(SyntaxFactory.NameColon(Name).WithTrailingTrivia(SyntaxFactory.Space));
        return call.WithArgumentList(Lists.Append(call.ArgumentList, added));
    }

    private ExpressionSyntax Keyed(ExpressionSyntax given, SyntaxGenerator generator) => given switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } creation => creation.WithInitializer(Lists.Prepend(initializer, Assignment())),
        ImplicitObjectCreationExpressionSyntax creation => creation.WithoutTrailingTrivia().WithInitializer(Initializer().WithLeadingTrivia(SyntaxFactory.Space)),
        WithExpressionSyntax copy => copy.WithInitializer(Lists.Prepend(copy.Initializer, Assignment())),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => Copy(given),
        _ => New(generator),
    };

    private WithExpressionSyntax Copy(ExpressionSyntax shared) => SyntaxFactory.WithExpression(
        shared.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(SyntaxKind.WithKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        Initializer(SyntaxKind.WithInitializerExpression));

    private ObjectCreationExpressionSyntax New(SyntaxGenerator generator) => SyntaxFactory.ObjectCreationExpression(
        SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space),
        ((Microsoft.CodeAnalysis.CSharp.Syntax.TypeSyntax)TypeSyntax.Of(Options, generator)).WithTrailingTrivia(SyntaxFactory.Space),
        argumentList: null,
        Initializer());

    private InitializerExpressionSyntax Initializer(SyntaxKind kind = SyntaxKind.ObjectInitializerExpression) => SyntaxFactory.InitializerExpression(
        kind,
        SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space),
        [Assignment().WithTrailingTrivia(SyntaxFactory.Space)],
        SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    private AssignmentExpressionSyntax Assignment() => SyntaxFactory.AssignmentExpression(
        SyntaxKind.SimpleAssignmentExpression,
        SyntaxFactory.IdentifierName("Key").WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.ParseExpression(Key));
}

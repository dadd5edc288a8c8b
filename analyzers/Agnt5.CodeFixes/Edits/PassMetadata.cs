using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Passes a <c>JsonTypeInfo&lt;T&gt;</c> to a durable call.</summary>
/// <param name="Position">The position of the parameter that takes it.</param>
/// <param name="ParameterName">The parameter's name.</param>
/// <param name="Argument">The name of the argument to pass.</param>
/// <param name="Body">The change of the step's body, because the overload takes only one form.</param>
internal sealed record PassMetadata(DocumentId Document, TextSpan Span, int Position, string ParameterName, string Argument, BodyChange? Body) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is InvocationExpressionSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var call = (InvocationExpressionSyntax)node;
        var arguments = call.ArgumentList.Arguments;
        if (Body is not null)
        {
            var body = arguments[Body.Argument];
            arguments = arguments.Replace(body, body.WithExpression(Body.Apply(body.Expression, generator)));
        }

        var passed = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Argument));
        arguments = arguments.Count >= Position && arguments.Take(Position).All(static argument => argument.NameColon is null)
            ? arguments.Insert(Position, passed)
            : arguments.Add(passed.WithNameColon(SyntaxFactory.NameColon(ParameterName)));
        return call.WithArgumentList(call.ArgumentList.WithArguments(arguments).WithAdditionalAnnotations(Formatter.Annotation));
    }
}

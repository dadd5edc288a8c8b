using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Inserts a statement into a program of top-level statements.</summary>
/// <param name="Before">The position of the statement that follows it. Of several edits, the later position comes first.</param>
/// <param name="Code">The statement.</param>
internal sealed record InsertStatement(DocumentId Document, TextSpan Span, int Before, string Code) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is CompilationUnitSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator)
    {
        var program = (CompilationUnitSyntax)node;
        var lineEnd = program.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var statement = SyntaxFactory.GlobalStatement(SyntaxFactory.ParseStatement(Code)).WithTrailingTrivia(lineEnd);
        return program.WithMembers(program.Members.Insert(Before, statement));
    }
}

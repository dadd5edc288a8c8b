using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Replaces the text of a file, where directives change that belong to no node.</summary>
/// <param name="Text">The text of the file.</param>
/// <param name="Options">How the file is parsed.</param>
internal sealed record ReplaceProgram(DocumentId Document, TextSpan Span, string Text, CSharpParseOptions Options) : Edit(Document, Span)
{
    public override bool IsTarget(SyntaxNode node) => node is CompilationUnitSyntax;

    public override SyntaxNode Apply(SyntaxNode node, SyntaxGenerator generator) => SyntaxFactory.ParseCompilationUnit(Text, options: Options);
}

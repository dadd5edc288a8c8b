using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>
/// Reads the XML documentation comment of a declaration in source. A project without <c>GenerateDocumentationFile</c> is compiled without documentation
/// comments: there <c>///</c> is a plain comment, and the compiler gives no XML.
/// </summary>
internal static class CommentText
{
    private static readonly ConditionalWeakTable<SyntaxNode, StrongBox<string?>> PerDeclaration = new();

    /// <summary>All declarations of a symbol: a partial type or member has several, each of which may have a comment.</summary>
    public static IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        ISymbol? otherPart = symbol switch
        {
            IMethodSymbol method => method.PartialImplementationPart ?? method.PartialDefinitionPart,
            IPropertySymbol property => property.PartialImplementationPart ?? property.PartialDefinitionPart,
            _ => null,
        };
        return symbol.DeclaringSyntaxReferences
            .Concat(otherPart is null ? [] : otherPart.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellationToken))
            .Distinct();
    }

    /// <summary>The comment in front of a declaration, or <see langword="null"/> when there is none.</summary>
    public static string? Of(SyntaxNode declaration) =>
        PerDeclaration.GetValue(declaration, static declaration => new StrongBox<string?>(Read(declaration))).Value;

    private static string? Read(SyntaxNode declaration)
    {
        // A field's symbol is a variable inside the field declaration.
        if (declaration is VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field })
            declaration = field;

        StringBuilder? xml = null;
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            if (!IsDocumentation(trivia, out var isBlock))
                continue;
            xml ??= new();
            foreach (var line in trivia.ToFullString().Split('\n'))
                xml.Append(isBlock ? InBlock(line) : AfterSlashes(line)).Append('\n');
        }

        return xml?.ToString();
    }

    private static bool IsDocumentation(SyntaxTrivia trivia, out bool isBlock)
    {
        isBlock = trivia.Kind() is SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;
        if (trivia.Kind() is SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            return true;
        var (start, more) = isBlock ? ("/**", '*') : ("///", '/');
        var text = trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia ? trivia.ToString() : "";
        return text.StartsWith(start, StringComparison.Ordinal) && text != "/**/" && (text.Length == start.Length || text[start.Length] != more);
    }

    private static string AfterSlashes(string line)
    {
        var text = line.Trim();
        return text.StartsWith("///", StringComparison.Ordinal) ? text.Substring(3).Trim() : "";
    }

    private static string InBlock(string line)
    {
        var text = line.Trim();
        if (text.EndsWith("*/", StringComparison.Ordinal))
            text = text.Substring(0, text.Length - 2);
        return text.TrimStart('/').TrimStart('*').Trim();
    }
}

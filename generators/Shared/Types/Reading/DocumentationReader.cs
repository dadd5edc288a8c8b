using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>
/// Finds the XML documentation of a declaration in its comments. A project without <c>GenerateDocumentationFile</c> is compiled without documentation
/// comments: there <c>///</c> is a plain comment, and the compiler gives no XML.
/// </summary>
internal static class DocumentationReader
{
    public static Documentation Of(ISymbol symbol, KnownSymbols known, CancellationToken cancellationToken) =>
        new(DescriptionOf(symbol, known), XmlOf(symbol, cancellationToken));

    /// <summary>The text of a <c>[Description]</c>.</summary>
    public static string? DescriptionOf(ISymbol symbol, KnownSymbols known)
    {
        if (known.DescriptionAttribute is null)
            return null;
        foreach (var data in symbol.GetAttributes())
            if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, known.DescriptionAttribute) && data.ConstructorArguments is [{ Value: string text }])
                return text;
        return null;
    }

    /// <summary>The documentation comment of the first declaration that has one.</summary>
    public static string? XmlOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
            if (XmlOf(reference.GetSyntax(cancellationToken)) is { } xml)
                return xml;
        return null;
    }

    /// <summary>Whether a property is declared by a record's parameter, whose documentation is the record's <c>&lt;param&gt;</c>.</summary>
    public static bool IsPositional(IPropertySymbol property, CancellationToken cancellationToken) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is ParameterSyntax;

    private static string? XmlOf(SyntaxNode declaration)
    {
        // A positional member is documented by the <param> of its record.
        if (declaration is ParameterSyntax { Parent.Parent: TypeDeclarationSyntax record })
            declaration = record;

        StringBuilder? xml = null;
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            if (trivia.Kind() is not (SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
                or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia))
                continue;
            foreach (var line in trivia.ToFullString().Split('\n'))
                if (TextOf(line, trivia.Kind()) is { } text)
                    (xml ??= new()).Append(text).Append('\n');
        }

        return xml?.ToString();
    }

    private static string? TextOf(string line, SyntaxKind kind)
    {
        var text = line.Trim();
        if (kind is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            return text.StartsWith("///", StringComparison.Ordinal) && !text.StartsWith("////", StringComparison.Ordinal) ? text.Substring(3).Trim() : null;
        if (text.EndsWith("*/", StringComparison.Ordinal))
            text = text.Substring(0, text.Length - 2);
        return text.TrimStart('/').TrimStart('*').Trim();
    }
}

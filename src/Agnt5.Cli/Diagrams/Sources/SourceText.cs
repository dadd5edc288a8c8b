using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Sources;

/// <summary>Writes expressions as people would say them.</summary>
internal static class SourceText
{
    private const int Longest = 80;

    /// <summary>The value of a constant text, or <see langword="null"/>.</summary>
    public static string? Constant(ExpressionSyntax expression, SourceCode code, int depth = 0) => depth > 20 ? null : expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        ParenthesizedExpressionSyntax inner => Constant(inner.Expression, code, depth + 1),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) =>
            Constant(sum.Left, code, depth + 1) is { } left && Constant(sum.Right, code, depth + 1) is { } right ? left + right : null,
        InterpolatedStringExpressionSyntax text when text.Contents.All(
            part => part is InterpolatedStringTextSyntax || (part is InterpolationSyntax hole && Constant(hole.Expression, code, depth + 1) is not null)) =>
            string.Concat(text.Contents.Select(part => part is InterpolationSyntax hole ? Constant(hole.Expression, code, depth + 1) : TextOf((InterpolatedStringTextSyntax)part))),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => named.ToString().Split('.')[^1],
        IdentifierNameSyntax or MemberAccessExpressionSyntax => (LocalConstant(expression) ?? code.Field(expression)) is { } value ? Constant(value, code, depth + 1) : null,
        _ => null,
    };

    /// <summary>A text as it is: constants with their value, holes of an interpolated text in braces, and anything else as it is written.</summary>
    public static string Of(ExpressionSyntax expression, SourceCode code)
    {
        if (Constant(expression, code) is { } constant)
            return Short(constant);
        if (expression is not InterpolatedStringExpressionSyntax text)
            return Written(expression);
        var said = new StringBuilder();
        foreach (var part in text.Contents)
        {
            if (part is InterpolatedStringTextSyntax plain)
                said.Append(TextOf(plain));
            else if (part is InterpolationSyntax hole)
                said.Append(Constant(hole.Expression, code) ?? $"{{{Written(hole.Expression)}}}");
        }

        return Short(said.ToString());
    }

    /// <summary>An expression as it is written, in one line.</summary>
    public static string Written(SyntaxNode node) => Short(node.ToString());

    /// <summary>A text in one line, cut where it is long.</summary>
    public static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0)
            return "''";
        if (line.Length <= Longest)
            return line;
        var end = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return line[..end] + "…";
    }

    /// <summary>The last word of a name with dots.</summary>
    public static string LastName(SyntaxNode? name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax alias => LastName(alias.Name),
        NullableTypeSyntax nullable => LastName(nullable.ElementType),
        MemberAccessExpressionSyntax member => LastName(member.Name),
        _ => "",
    };

    private static string TextOf(InterpolatedStringTextSyntax text) => text.TextToken.ValueText;

    private static ExpressionSyntax? LocalConstant(ExpressionSyntax reference) => reference is not IdentifierNameSyntax name ? null : name.Ancestors().OfType<BlockSyntax>()
        .SelectMany(static block => block.Statements).OfType<LocalDeclarationStatementSyntax>().Where(static local => local.IsConst)
        .SelectMany(static local => local.Declaration.Variables).FirstOrDefault(variable => variable.Identifier.ValueText == name.Identifier.ValueText)?.Initializer?.Value;
}

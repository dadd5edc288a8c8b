using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Agnt5.CodeFixes.Edits;

/// <summary>Adds to lists in their layout: on a new line if each of the others has its own line.</summary>
internal static class Lists
{
    /// <summary>Adds an argument after the others.</summary>
    public static ArgumentListSyntax Append(ArgumentListSyntax list, ArgumentSyntax added)
    {
        if (list.Arguments.LastOrDefault() is not { } last)
            return list.WithArguments([added]);
        var before = list.Arguments.SeparatorCount > 0 ? list.Arguments.GetSeparators().Last() : list.OpenParenToken;
        var behind = last.GetTrailingTrivia();
        var line = before.TrailingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(
            EndsLine(behind) ? behind : line.RawKind != 0 ? behind.Add(line) : behind.Add(SyntaxFactory.Space));
        if (line.RawKind != 0 || EndsLine(behind))
            added = added.WithLeadingTrivia(Indentation(last));
        if (EndsLine(behind))
            added = added.WithTrailingTrivia(behind.Last());
        var tokens = list.Arguments.Replace(last, last.WithoutTrailingTrivia()).GetWithSeparators();
        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(tokens.Add(comma).Add(added)));
    }

    /// <summary>Adds an expression before the others.</summary>
    public static InitializerExpressionSyntax Prepend(InitializerExpressionSyntax list, ExpressionSyntax added)
    {
        if (list.Expressions.FirstOrDefault() is not { } first)
            return list.WithExpressions([added.WithTrailingTrivia(SyntaxFactory.Space)]);
        var line = list.OpenBraceToken.TrailingTrivia.LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(line.RawKind != 0 ? line : SyntaxFactory.Space);
        if (line.RawKind != 0)
            added = added.WithLeadingTrivia(Indentation(first));
        return list.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(list.Expressions.GetWithSeparators().InsertRange(0, [added, comma])));
    }

    /// <summary>Adds a parameter before the first that it has to stand before, or else after all of them.</summary>
    public static ParameterListSyntax Insert(ParameterListSyntax list, ParameterSyntax added, Func<ParameterSyntax, bool> isBehind)
    {
        var index = list.Parameters.IndexOf(isBehind);
        return list.WithParameters(list.Parameters.Insert(index < 0 ? list.Parameters.Count : index, added)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Whether a parameter may be left out by a caller, so that required ones stand before it.</summary>
    public static bool IsOptional(ParameterSyntax parameter) => parameter.Default is not null || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword);

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.LastOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);

    private static SyntaxTriviaList Indentation(SyntaxNode node) =>
        node.GetLeadingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? [space] : [];
}

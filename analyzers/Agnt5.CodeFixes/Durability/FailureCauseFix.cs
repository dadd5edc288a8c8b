using System.Composition;
using Agnt5.CodeFixes.Edits;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Durability;

/// <summary>AGT4022: asks the failure for a type, if the code asks only for the type of its cause.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FailureCauseFix)), Shared]
public sealed class FailureCauseFix() : RemedyProvider(RuleIds.FailureCause)
{
    internal override async Task<Remedy?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        var name = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var found = name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? FindInTest(access, new(model, cancellationToken))
            : FindInPattern(name, new(model, cancellationToken));
        return found is var (test, text)
            ? new($"Use '{text}'", "Ask the failure", [new ReplaceExpression(document.Id, test.Span, text)])
            : null;
    }

    // failure.InnerException is TimeoutException
    private static (ExpressionSyntax Test, string Text)? FindInTest(MemberAccessExpressionSyntax access, FailureQuestion question)
    {
        ExpressionSyntax reading = access.Parent is InvocationExpressionSyntax call ? call : access;
        while (reading.Parent is ParenthesizedExpressionSyntax around)
            reading = around;
        var failure = access.Expression.ToString();
        var mayRepeat = access.Expression is IdentifierNameSyntax;
        return reading.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test when test.Left == reading && question.Ask(failure, test.Right) is { } text => (test, text),
            IsPatternExpressionSyntax test when question.Ask(failure, test.Pattern, mayRepeat) is { } text => (test, Enclose(text, test)),
            _ => null,
        };
    }

    // exception is StepFailedException { InnerException: TimeoutException }
    private static (ExpressionSyntax Test, string Text)? FindInPattern(SyntaxNode name, FailureQuestion question)
    {
        if (name.Parent is not NameColonSyntax
            {
                Parent: SubpatternSyntax
                {
                    Pattern: var cause,
                    Parent: PropertyPatternClauseSyntax
                    {
                        Subpatterns.Count: 1,
                        Parent: RecursivePatternSyntax { Type: { } type, PositionalPatternClause: null, Parent: IsPatternExpressionSyntax test } pattern,
                    },
                },
            })
            return null;
        if (pattern.Designation is not (null or DiscardDesignationSyntax or SingleVariableDesignationSyntax))
            return null;
        var failure = (pattern.Designation as SingleVariableDesignationSyntax)?.Identifier.Text ?? question.FreeName("failure", test);
        if (question.Ask(failure, cause, mayRepeat: true) is not { } text)
            return null;
        var asked = SyntaxFactory.ParseExpression(text).IsKind(SyntaxKind.LogicalOrExpression) ? $"({text})" : text;
        return (test, Enclose($"{test.Expression} is {type} {failure} && {asked}", test));
    }

    private static string Enclose(string text, ExpressionSyntax test) =>
        SyntaxFactory.ParseExpression(text) is BinaryExpressionSyntax && test.Parent is ExpressionSyntax and not (ParenthesizedExpressionSyntax or LambdaExpressionSyntax)
            ? $"({text})"
            : text;
}

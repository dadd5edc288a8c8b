using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Finds code around a place that would notice a change there.</summary>
internal static class CodeAround
{
    /// <summary>Whether code around a place catches failures and distinguishes them.</summary>
    /// <param name="isPlain">Whether an exception type still covers the same failures.</param>
    public static bool TellsFailures(SyntaxNode place, WorkflowCode code, Func<ITypeSymbol?, bool> isPlain) => place.Ancestors()
        .OfType<TryStatementSyntax>()
        .Where(attempt => attempt.Block.Span.Contains(place.Span))
        .SelectMany(static attempt => attempt.Catches)
        .Any(caught => caught.Filter is not null || (caught.Declaration is { Type: var type } && !isPlain(code.Model.GetTypeInfo(type, code.CancellationToken).Type)));

    /// <summary>Whether a cleanup encloses a place in its function. A suspended slice does not reach it.</summary>
    public static bool CleansUp(SyntaxNode place)
    {
        var child = place;
        foreach (var node in place.Ancestors())
        {
            switch (node)
            {
                case UsingStatementSyntax or LockStatementSyntax or TryStatementSyntax { Finally: not null }:
                case BlockSyntax block when block.Statements.TakeWhile(statement => statement != child).Any(IsUsing):
                case SwitchSectionSyntax section when section.Statements.TakeWhile(statement => statement != child).Any(IsUsing):
                    return true;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return false;
            }

            child = node;
        }

        return false;
    }

    private static bool IsUsing(StatementSyntax statement) => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 };
}

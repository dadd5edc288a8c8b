using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Hosting;

/// <summary>
/// Whether code runs only in development: behind a condition about development (<c>IsDevelopment()</c>, <c>"Development"</c>, a variable that holds
/// such a condition), after an early exit on its opposite, or in <c>#if DEBUG</c>.
/// </summary>
internal sealed class DevelopmentCheck(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The expressions that make a flag true outside development. A flag that is not true or false in the code, such as a configured one, does not count.</summary>
    public static IEnumerable<IOperation> FindMissing(IOperation flag, CancellationToken cancellationToken)
    {
        var check = new DevelopmentCheck(flag.SemanticModel!, cancellationToken);
        return PossibleValues.Of(flag).Where(possible => check.IsTrueElsewhere(possible) && !check.IsAround(possible.Syntax));
    }

    private bool IsTrueElsewhere(IOperation flag) =>
        flag.ConstantValue is { HasValue: true, Value: true } || (flag.Syntax is ExpressionSyntax value && Tells(value, outcome: false));

    private bool IsAround(SyntaxNode code)
    {
        for (var node = code; node.Parent is { } parent; node = parent)
        {
            var isGuarded = parent switch
            {
                IfStatementSyntax branch when node == branch.Statement => Tells(branch.Condition, outcome: true),
                ElseClauseSyntax { Parent: IfStatementSyntax branch } => Tells(branch.Condition, outcome: false),
                ConditionalExpressionSyntax choice when node == choice.WhenTrue => Tells(choice.Condition, outcome: true),
                ConditionalExpressionSyntax choice when node == choice.WhenFalse => Tells(choice.Condition, outcome: false),
                BlockSyntax block => block.Statements.TakeWhile(statement => statement != node).Any(IsExit),
                _ => false,
            };
            if (isGuarded)
                return true;
        }

        return IsDebugOnly(code);
    }

    private bool IsExit(StatementSyntax statement) =>
        statement is IfStatementSyntax { Statement: var body } branch
        && (body is BlockSyntax { Statements: [.., var last] } ? last : body) is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax
        && Tells(branch.Condition, outcome: false);

    /// <summary>Whether the given outcome of a condition means development.</summary>
    private bool Tells(ExpressionSyntax condition, bool outcome) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Tells(inner, outcome),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var negated } => Tells(negated, !outcome),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } pair => TellsPair(pair, outcome, isOneEnough: outcome),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } pair => TellsPair(pair, outcome, isOneEnough: !outcome),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } unequal => !outcome && SpeaksOfDevelopment(unequal),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } not => !outcome && SpeaksOfDevelopment(not),
        _ when SpeaksOfDevelopment(condition) => outcome,
        IdentifierNameSyntax variable when DeclaredValue(variable) is { } value => Tells(value, outcome),
        _ => false,
    };

    private bool TellsPair(BinaryExpressionSyntax pair, bool outcome, bool isOneEnough)
    {
        var left = Tells(pair.Left, outcome);
        return left == isOneEnough ? left : Tells(pair.Right, outcome);
    }

    private static bool SpeaksOfDevelopment(ExpressionSyntax condition) => condition.DescendantTokens().Counted(WorkKind.SyntaxNode).Any(static token =>
        token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.StringLiteralToken
        && token.ValueText.IndexOf("Development", StringComparison.OrdinalIgnoreCase) >= 0);

    private ExpressionSyntax? DeclaredValue(IdentifierNameSyntax variable) =>
        model.GetSymbolInfo(variable, cancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
            && declared.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? value
            : null;

    private static bool IsDebugOnly(SyntaxNode code)
    {
        var open = new Stack<bool>();
        var root = code.SyntaxTree.GetRoot();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < code.SpanStart; directive = directive.GetNextDirective())
            switch (directive)
            {
                case IfDirectiveTriviaSyntax { Condition: var condition }:
                    open.Push(condition is IdentifierNameSyntax { Identifier.ValueText: "DEBUG" });
                    break;
                case ElseDirectiveTriviaSyntax or ElifDirectiveTriviaSyntax:
                    open.Pop();
                    open.Push(false);
                    break;
                case EndIfDirectiveTriviaSyntax:
                    open.Pop();
                    break;
            }

        return open.Contains(true);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Hosting;

/// <summary>Whether code runs only under a condition: behind it, or after an early exit on its opposite.</summary>
/// <param name="model">The model that knows the variables in conditions, or <see langword="null"/> to look at their names alone.</param>
internal abstract class ConditionCheck(SemanticModel? model, CancellationToken cancellationToken)
{
    /// <summary>The outcome of an expression that means the condition, or <see langword="null"/> when the expression says nothing about it.</summary>
    protected abstract bool? Meaning(ExpressionSyntax expression);

    /// <summary>Whether code runs only under the condition.</summary>
    public virtual bool IsAround(SyntaxNode code)
    {
        for (var node = code; node.Parent is { } parent; node = parent)
        {
            var isGuarded = parent switch
            {
                IfStatementSyntax branch when node == branch.Statement => Tells(branch.Condition, outcome: true),
                ElseClauseSyntax { Parent: IfStatementSyntax branch } => Tells(branch.Condition, outcome: false),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } pair when node == pair.Right => Tells(pair.Left, outcome: true),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } pair when node == pair.Right => Tells(pair.Left, outcome: false),
                ConditionalExpressionSyntax choice when node == choice.WhenTrue => Tells(choice.Condition, outcome: true),
                ConditionalExpressionSyntax choice when node == choice.WhenFalse => Tells(choice.Condition, outcome: false),
                BlockSyntax block => block.Statements.TakeWhile(statement => statement != node).Any(IsExit),
                _ => false,
            };
            if (isGuarded)
                return true;
        }

        return false;
    }

    private bool IsExit(StatementSyntax statement) =>
        statement is IfStatementSyntax { Statement: var body } branch
        && (body is BlockSyntax { Statements: [.., var last] } ? last : body) is ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax
        && Tells(branch.Condition, outcome: false);

    /// <summary>Whether the given outcome of an expression means the condition.</summary>
    protected bool Tells(ExpressionSyntax expression, bool outcome) => expression switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Tells(inner, outcome),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var negated } => Tells(negated, !outcome),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } pair => TellsPair(pair, outcome, isOneEnough: outcome),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } pair => TellsPair(pair, outcome, isOneEnough: !outcome),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } or IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax } => Meaning(expression) == !outcome,
        _ when Meaning(expression) is { } meant => meant == outcome,
        IdentifierNameSyntax variable when DeclaredValue(variable) is { } value => Tells(value, outcome),
        _ => false,
    };

    private bool TellsPair(BinaryExpressionSyntax pair, bool outcome, bool isOneEnough)
    {
        var left = Tells(pair.Left, outcome);
        return left == isOneEnough ? left : Tells(pair.Right, outcome);
    }

    /// <summary>What an expression names, where the model is there.</summary>
    protected ISymbol? SymbolOf(ExpressionSyntax expression) => model?.GetSymbolInfo(expression, cancellationToken).Symbol;

    private ExpressionSyntax? DeclaredValue(IdentifierNameSyntax variable) =>
        SymbolOf(variable) is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
            && declared.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? value
            : null;
}

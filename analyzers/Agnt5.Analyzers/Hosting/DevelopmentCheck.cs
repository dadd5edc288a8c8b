using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Hosting;

/// <summary>
/// Whether code runs only in development: behind a condition about development (<c>IsDevelopment()</c>, <c>"Development"</c>, a variable that holds
/// such a condition), after an early exit on its opposite, or in <c>#if DEBUG</c>.
/// </summary>
internal sealed class DevelopmentCheck(SemanticModel model, CancellationToken cancellationToken) : ConditionCheck(model, cancellationToken)
{
    /// <summary>The expressions that make a flag true outside development. A flag that is not true or false in the code, such as a configured one, does not count.</summary>
    public static IEnumerable<IOperation> FindMissing(IOperation flag, CancellationToken cancellationToken)
    {
        var check = new DevelopmentCheck(flag.SemanticModel!, cancellationToken);
        return PossibleValues.Of(flag).Where(possible => check.IsTrueElsewhere(possible) && !check.IsAround(possible.Syntax));
    }

    private bool IsTrueElsewhere(IOperation flag) =>
        flag.ConstantValue is { HasValue: true, Value: true } || (flag.Syntax is ExpressionSyntax value && Tells(value, outcome: false));

    public override bool IsAround(SyntaxNode code) => base.IsAround(code) || IsDebugOnly(code);

    protected override bool? Meaning(ExpressionSyntax expression) => expression.DescendantTokens().Counted(WorkKind.SyntaxNode).Any(static token =>
        token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.StringLiteralToken
        && token.ValueText.IndexOf("Development", StringComparison.OrdinalIgnoreCase) >= 0)
            ? true
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

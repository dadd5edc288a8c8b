using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>Finds the names in code that may mean members of the object itself, by syntax alone.</summary>
internal static class OwnNames
{
    /// <summary>The names in a piece of code that are neither variables of it nor members of something else.</summary>
    public static IEnumerable<string> In(SyntaxNode code)
    {
        var names = new List<SimpleNameSyntax>();
        var variables = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in code.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode))
        {
            if (node is SimpleNameSyntax name && IsOwn(name))
                names.Add(name);
            else if (VariableOf(node) is { } variable)
                variables.Add(variable);
        }

        return names
            .Where(name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name || !variables.Contains(name.Identifier.ValueText))
            .Select(static name => name.Identifier.ValueText)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The variable, parameter or range variable that a node declares.</summary>
    public static string? VariableOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        FromClauseSyntax from => from.Identifier.ValueText,
        LetClauseSyntax let => let.Identifier.ValueText,
        JoinClauseSyntax join => join.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The name or the <c>field</c> at the beginning of an expression: <c>_lines</c> in <c>this._lines[0].Text</c>.</summary>
    public static ExpressionSyntax? RootOf(ExpressionSyntax? expression) => expression switch
    {
        SimpleNameSyntax or FieldExpressionSyntax => expression,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name: var name } => name,
        MemberAccessExpressionSyntax access => RootOf(access.Expression),
        ElementAccessExpressionSyntax access => RootOf(access.Expression),
        ConditionalAccessExpressionSyntax access => RootOf(access.Expression),
        InvocationExpressionSyntax { Expression: not SimpleNameSyntax and var called } => RootOf(called),
        ParenthesizedExpressionSyntax inner => RootOf(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => RootOf(inner.Operand),
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => RootOf(expression.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression),
        _ => null,
    };

    /// <summary>Whether a name may mean a member of the object, or a variable. The target of an assignment does not count, because it is not read.</summary>
    public static bool IsOwn(SimpleNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment when assignment.Left == name => false,
        MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } access
            when assignment.Left == access && access.Name == name => false,
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression is ThisExpressionSyntax or BaseExpressionSyntax,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax => false,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => false,
        _ => !SyntaxFacts.IsInTypeOnlyContext(name),
    };
}

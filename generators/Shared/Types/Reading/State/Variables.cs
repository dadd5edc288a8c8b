using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>The values that code gives to its variables and parameters, by syntax alone.</summary>
internal static class Variables
{
    /// <summary>An expression, the values of the variables that it names, and so on.</summary>
    public static IEnumerable<ExpressionSyntax> Behind(ExpressionSyntax value, CodePiece piece)
    {
        var found = new HashSet<ExpressionSyntax> { value };
        var unread = new Stack<ExpressionSyntax>(found);
        while (unread.Count > 0)
            foreach (var name in Names(unread.Pop()).Where(piece.Declares))
                foreach (var behind in ValuesOf(name, piece.Code))
                    if (found.Add(behind))
                        unread.Push(behind);
        return found;
    }

    /// <summary>All names in an expression.</summary>
    public static IEnumerable<string> Names(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().Counted(WorkKind.SyntaxNode).OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).Distinct(StringComparer.Ordinal);

    /// <summary>What code assigns to a variable or parameter. What it does in another way, such as by reference, counts as the whole expression that does it.</summary>
    public static IEnumerable<ExpressionSyntax> ValuesOf(string variable, SyntaxNode code)
    {
        foreach (var node in code.DescendantNodes().Counted(WorkKind.SyntaxNode))
        {
            var value = node switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var initial } declared when declared.Identifier.ValueText == variable => initial,
                SingleVariableDesignationSyntax declared when declared.Identifier.ValueText == variable =>
                    declared.Ancestors().OfType<ExpressionSyntax>().FirstOrDefault(static around => around is not (DeclarationExpressionSyntax or TupleExpressionSyntax)),
                ForEachStatementSyntax loop when loop.Identifier.ValueText == variable => loop.Expression,
                IdentifierNameSyntax name when name.Identifier.ValueText == variable => WrittenTo(name),
                _ => null,
            };
            if (value is not null)
                yield return value;
        }
    }

    private static ExpressionSyntax? WrittenTo(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment when assignment.Left == name =>
            assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : assignment,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step => step,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step => step,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument.FirstAncestorOrSelf<ExpressionSyntax>(),
        ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } when assignment.Left == tuple => assignment.Right,
        _ => null,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Durability;

/// <summary>Turns a pattern on an exception into a question to the failure of a step.</summary>
internal readonly record struct FailureQuestion(SemanticModel Model, CancellationToken CancellationToken)
{
    /// <summary>An unused name for the failure.</summary>
    public string FreeName(string name, SyntaxNode place) => FreeNames.Variable(name, MemberAround(place), Model);

    /// <summary><c>failure.Is&lt;TimeoutException&gt;()</c>, or <see langword="null"/> for a type that is not an exception.</summary>
    public string? Ask(string failure, ExpressionSyntax type)
    {
        var exception = Model.Compilation.GetTypeByMetadataName("System.Exception")!;
        return Model.GetSymbolInfo(type, CancellationToken).Symbol is ITypeSymbol asked && Model.Compilation.HasImplicitConversion(asked, exception)
            ? $"{failure}.Is<{type.WithoutTrivia()}>()"
            : null;
    }

    /// <summary>The question, or <see langword="null"/> where the pattern asks for more than types.</summary>
    /// <param name="mayRepeat">Whether the failure may be read more than once.</param>
    public string? Ask(string failure, PatternSyntax pattern, bool mayRepeat)
    {
        switch (pattern)
        {
            case TypePatternSyntax type:
                return Ask(failure, type.Type);
            case ConstantPatternSyntax type:
                return Ask(failure, type.Expression);
            case DeclarationPatternSyntax { Designation: DiscardDesignationSyntax } type:
                return Ask(failure, type.Type);
            case DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax variable } type when !IsUsed(variable):
                return Ask(failure, type.Type);
            case ParenthesizedPatternSyntax inner:
                return Ask(failure, inner.Pattern, mayRepeat) is { } enclosed ? $"({enclosed})" : null;
            case UnaryPatternSyntax negated:
                return Ask(failure, negated.Pattern, mayRepeat) is { } denied ? $"!{denied}" : null;
            case BinaryPatternSyntax both when mayRepeat:
                return Ask(failure, both.Left, mayRepeat) is { } left && Ask(failure, both.Right, mayRepeat) is { } right
                    ? $"{left} {(both.IsKind(SyntaxKind.OrPattern) ? "||" : "&&")} {right}"
                    : null;
            default:
                return null;
        }
    }

    private static bool IsUsed(SingleVariableDesignationSyntax variable) =>
        MemberAround(variable).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText);

    // A variable of a top-level statement is in scope in the statements that follow.
    private static SyntaxNode MemberAround(SyntaxNode place) =>
        place.Ancestors().FirstOrDefault(static around => around is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();
}

using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

/// <summary>Writes times as people would say them: <c>TimeSpan.FromDays(2)</c> is 2 days.</summary>
internal static class DurationText
{
    public static string Of(ExpressionSyntax expression, SourceCode code, int depth = 0)
    {
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax made, ArgumentList.Arguments: [{ Expression: var amount }] }
            && SourceText.LastName(made.Expression) == "TimeSpan" && made.Name.Identifier.ValueText is ['F', 'r', 'o', 'm', .. var unit])
            return amount is LiteralExpressionSyntax { Token.ValueText: "1" } ? $"1 {unit.ToLowerInvariant().TrimEnd('s')}" : $"{SourceText.Written(amount)} {unit.ToLowerInvariant()}";
        return expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && depth < 5 && code.Field(expression) is { } value ? Of(value, code, depth + 1) : SourceText.Written(expression);
    }

    /// <summary>Whether an argument without a name can only be a time.</summary>
    public static bool Is(ExpressionSyntax expression, SourceCode code) => expression is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or MemberAccessExpressionSyntax
        ? expression.ToString().Contains("TimeSpan.", StringComparison.Ordinal) || expression.ToString().StartsWith("new TimeSpan", StringComparison.Ordinal)
        : expression is IdentifierNameSyntax && code.Field(expression) is { } value && value.ToString().Contains("TimeSpan", StringComparison.Ordinal);
}

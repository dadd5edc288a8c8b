using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>How a program of top-level statements sets up its endpoint.</summary>
/// <param name="Catalog">The components.</param>
/// <param name="Statements">The statements that may add services or set options.</param>
internal sealed record ConfiguredHost(ExpressionSyntax Catalog, IReadOnlyList<ExpressionSyntax> Statements)
{
    /// <summary>The call of <c>ServerlessHost</c> with what configures its builder, or that of <c>AddAgnt5</c> among the statements of the program.</summary>
    public static ConfiguredHost? Find(CompilationUnitSyntax program, SemanticModel model)
    {
        var statements = program.Members.OfType<GlobalStatementSyntax>().ToArray();
        foreach (var syntax in statements.SelectMany(static statement => statement.DescendantNodes()).OfType<InvocationExpressionSyntax>())
            if (model.GetOperation(syntax) is IInvocationOperation call && ArgumentOf(call, "catalog") is { } catalog)
                switch (call.TargetMethod)
                {
                    case { ContainingType.Name: "ServerlessHost", Name: "RunAsync" or "Build" }:
                        return new(catalog, ArgumentOf(call, "configure") is LambdaExpressionSyntax configure ? Expressions(configure) : []);
                    case { Name: "AddAgnt5" }:
                        return new(catalog, [.. statements.Select(static statement => statement.Statement).OfType<ExpressionStatementSyntax>().Select(static statement => statement.Expression)]);
                }

        return null;
    }

    /// <summary>The argument for a parameter, where it is written.</summary>
    public static ExpressionSyntax? ArgumentOf(IInvocationOperation call, string parameter) =>
        (call.Arguments.FirstOrDefault(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.Name == parameter)?.Syntax as ArgumentSyntax)?.Expression;

    private static ExpressionSyntax[] Expressions(LambdaExpressionSyntax lambda) => lambda.Block is { } block
        ? [.. block.Statements.OfType<ExpressionStatementSyntax>().Select(static statement => statement.Expression)]
        : lambda.ExpressionBody is { } body ? [body] : [];
}

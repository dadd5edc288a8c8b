using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>A program of top-level statements that builds an app, and runs it further below.</summary>
/// <param name="Builder">The variable that holds the builder.</param>
/// <param name="App">The variable that holds the app.</param>
/// <param name="Build">The position of the statement that builds the app.</param>
/// <param name="Run">The position of the statement that runs it.</param>
/// <param name="CanAdd">Whether <c>AddAgnt5</c> can be called on the services as it stands.</param>
/// <param name="CanMap">Whether <c>MapAgnt5</c> can be called on the app as it stands.</param>
internal sealed record HostProgram(string Builder, string App, int Build, int Run, bool CanAdd, bool CanMap)
{
    public static HostProgram? Find(CompilationUnitSyntax root, SemanticModel model)
    {
        for (var build = 0; build < root.Members.Count; build++)
        {
            if (BuiltApp(root.Members[build]) is not { Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } } app
                || access is not { Name.Identifier.ValueText: "Build", Expression: IdentifierNameSyntax builder }
                || model.GetTypeInfo(builder).Type is not { Name: "WebApplicationBuilder" } builderType
                || FindRun(root, build, app.Identifier.ValueText) is not { } run)
                continue;

            var services = builderType.GetMembers("Services").OfType<IPropertySymbol>().FirstOrDefault()?.Type;
            return new(
                builder.Identifier.ValueText,
                app.Identifier.ValueText,
                build,
                run,
                CanCall(model, services, "AddAgnt5", access.SpanStart),
                CanCall(model, model.GetTypeInfo(access.Parent!).Type, "MapAgnt5", access.SpanStart));
        }

        return null;
    }

    private static VariableDeclaratorSyntax? BuiltApp(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax { Statement: LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } } ? variable : null;

    private static int? FindRun(CompilationUnitSyntax root, int build, string app)
    {
        for (var run = build + 1; run < root.Members.Count; run++)
            if (root.Members[run] is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: var expression } }
                && (expression is AwaitExpressionSyntax awaited ? awaited.Expression : expression) is InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "RunAsync" or "StartAsync", Expression: IdentifierNameSyntax { Identifier.ValueText: var name } }
                }
                && name == app)
                return run;
        return null;
    }

    private static bool CanCall(SemanticModel model, ITypeSymbol? type, string extension, int position) =>
        type is not null && !model.LookupSymbols(position, type, extension, includeReducedExtensionMethods: true).IsEmpty;
}

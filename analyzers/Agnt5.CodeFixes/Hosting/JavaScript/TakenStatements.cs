using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>What JavaScript hosts take over of a program: services that it adds to <c>builder.Services</c>, and options that it sets.</summary>
internal sealed class TakenStatements(SemanticModel model, SharedCode shared)
{
    private const string Services = "services";
    private const string Options = "options";

    /// <summary>The statements in which a call chain comes apart, as far as JavaScript hosts can have them.</summary>
    public IEnumerable<string> Of(ExpressionSyntax expression)
    {
        // builder.Services.AddA().AddB(): each call adds to the services by itself.
        var calls = new Stack<InvocationExpressionSyntax>();
        var current = expression;
        while (current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
        {
            calls.Push(call);
            current = access.Expression;
        }

        return model.GetTypeInfo(current).Type is { Name: "IServiceCollection" } && current is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Services" }
            ? calls.SelectMany(Of)
            : [];
    }

    private IEnumerable<string> Of(InvocationExpressionSyntax call)
    {
        if (model.GetOperation(call) is not IInvocationOperation { TargetMethod: var method } operation || call.Expression is not MemberAccessExpressionSyntax access)
            return [];
        if (method.Name == "AddAgnt5" || method is { Name: "Configure", TypeArguments: [{ Name: "ServerlessOptions" }] })
            return LambdaOf(operation) is { } configure ? SettingsIn(configure) : [];
        // A call on what another one returned, such as a builder of its own, makes no sense alone.
        return model.GetTypeInfo(access.Expression).Type is { Name: "IServiceCollection" }
            && model.GetTypeInfo(call).Type is { Name: "IServiceCollection" } or { SpecialType: SpecialType.System_Void }
            && shared.Has(access.Name)
            && shared.Has(call.ArgumentList)
                ? [Text(access.OperatorToken, call)]
                : [];
    }

    private static LambdaExpressionSyntax? LambdaOf(IInvocationOperation call) =>
        (ConfiguredHost.ArgumentOf(call, "configure") ?? ConfiguredHost.ArgumentOf(call, "configureOptions")) as LambdaExpressionSyntax;

    private IEnumerable<string> SettingsIn(LambdaExpressionSyntax configure)
    {
        var parameter = (model.GetSymbolInfo(configure).Symbol as IMethodSymbol)?.Parameters.FirstOrDefault();
        var settings = configure.Block is { } block ? block.Statements.Cast<SyntaxNode>() : [configure.ExpressionBody!];
        return from setting in settings
               where shared.Has(setting, parameter)
               select Renamed(setting, parameter!).TrimEnd(';');
    }

    private string Renamed(SyntaxNode setting, ISymbol parameter)
    {
        var renamed = setting.ReplaceNodes(
            setting.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, parameter)),
            static (name, _) => name.WithIdentifier(SyntaxFactory.Identifier(name.Identifier.LeadingTrivia, Options, name.Identifier.TrailingTrivia)));
        return Indentation.Move(renamed.WithoutTrivia().ToFullString(), Indentation.Of(setting.GetFirstToken()), Indentation.Inner);
    }

    private static string Text(SyntaxToken dot, InvocationExpressionSyntax call) => Indentation.Move(
        Services + call.SyntaxTree.GetText().ToString(TextSpan.FromBounds(dot.SpanStart, call.Span.End)), Indentation.Of(dot), Indentation.Inner);
}

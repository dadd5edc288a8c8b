using Agnt5.Cli.Diagrams.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Cli.Diagrams.Reading;

/// <summary>Finds the method that a call means, among those of the sources that take a context.</summary>
internal static class Helpers
{
    /// <summary>Whether a call gives the context away, as an argument or to an extension method.</summary>
    public static bool TakesContext(InvocationExpressionSyntax call, Func<ExpressionSyntax, bool> isContext) =>
        call.ArgumentList.Arguments.Any(argument => isContext(argument.Expression)) || IsExtension(call, isContext);

    /// <summary>The method, or <see langword="null"/> where there is none with a body, or several types have one.</summary>
    public static MethodDeclarationSyntax? Find(InvocationExpressionSyntax call, string name, Func<ExpressionSyntax, bool> isContext, SourceCode code)
    {
        var given = call.ArgumentList.Arguments.Count + (IsExtension(call, isContext) ? 1 : 0);
        var fitting = code.Methods(name).Where(SourceCode.HasBody).Where(method => method.ParameterList.Parameters.Any(FlowScope.IsContext) && Takes(method, given)).ToArray();
        var type = call.Expression switch
        {
            SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => SourceCode.TypeOf(call),
            MemberAccessExpressionSyntax member => SourceText.LastName(member.Expression),
            _ => null,
        };
        return fitting.FirstOrDefault(method => SourceCode.TypeOf(method) == type) ?? (fitting.Select(SourceCode.TypeOf).Distinct().Count() == 1 ? fitting[0] : null);
    }

    /// <summary>The arguments of a call by the names of the method's parameters.</summary>
    public static IEnumerable<(string Parameter, ExpressionSyntax Value)> Pair(InvocationExpressionSyntax call, MethodDeclarationSyntax method)
    {
        var parameters = method.ParameterList.Parameters;
        var (arguments, offset) = (call.ArgumentList.Arguments, IsCalledAsExtension(call, method) ? 1 : 0);
        for (var at = 0; at < arguments.Count; at++)
            if (arguments[at].NameColon is { } named)
                yield return (named.Name.Identifier.ValueText, arguments[at].Expression);
            else if (at + offset < parameters.Count)
                yield return (parameters[at + offset].Identifier.ValueText, arguments[at].Expression);
    }

    private static bool IsExtension(InvocationExpressionSyntax call, Func<ExpressionSyntax, bool> isContext) => call.Expression is MemberAccessExpressionSyntax member && isContext(member.Expression);

    private static bool IsCalledAsExtension(InvocationExpressionSyntax call, MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword)
        && call.Expression is MemberAccessExpressionSyntax member && SourceText.LastName(member.Expression) != SourceCode.TypeOf(method);

    private static bool Takes(MethodDeclarationSyntax method, int arguments)
    {
        var parameters = method.ParameterList.Parameters;
        return arguments >= parameters.Count(static parameter => parameter.Default is null && !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
            && (arguments <= parameters.Count || parameters.Any(static parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)));
    }
}

using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Hosting;

/// <summary>The calls by which a program starts ASP.NET Core or puts an endpoint into it.</summary>
internal static class AspNetStarts
{
    /// <summary>Whether a method is such a call.</summary>
    public static bool Is(IMethodSymbol method, HostSymbols host) =>
        IsNamed(method.Name) && (HostSymbols.IsIn(method, host.Host)
            || HostSymbols.IsIn(method, host.Adding)
            || HostSymbols.IsIn(method, host.Mapping)
            || method.ContainingType is { Name: "WebApplication", ContainingNamespace.Name: "Builder" });

    /// <summary>
    /// The first such call of a program that is compiled without ASP.NET Core, so that nothing is known but its text; <see langword="null"/> when the program has none. The program is the
    /// file of the entry point.
    /// </summary>
    public static SyntaxNode? FindUnbound(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetEntryPoint(cancellationToken)?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.GetRoot(cancellationToken)
            .DescendantNodes().Counted(WorkKind.SyntaxNode)
            .OfType<InvocationExpressionSyntax>()
            .Select(static call => call.Expression)
            .OfType<MemberAccessExpressionSyntax>()
            .FirstOrDefault(static call => call.Name.Identifier.ValueText is "AddAgnt5" or "MapAgnt5"
                || (IsNamed(call.Name.Identifier.ValueText) && call.Expression is IdentifierNameSyntax { Identifier.ValueText: "ServerlessHost" or "WebApplication" }));

    /// <summary>The part of a call that names the method: <c>ServerlessHost.RunAsync</c>.</summary>
    public static SyntaxNode NameIn(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: not IdentifierNameSyntax } access } => access.Name,
        InvocationExpressionSyntax { Expression: var name } => name,
        _ => call,
    };

    /// <summary>The method as a message names it: with its class, and without an object before it.</summary>
    public static string Describe(SyntaxNode name) =>
        name is MemberAccessExpressionSyntax { Expression: not IdentifierNameSyntax { Identifier.ValueText: "ServerlessHost" or "WebApplication" } } access ? access.Name.ToString() : name.ToString();

    private static bool IsNamed(string method) =>
        method is "RunAsync" or "Build" or "Create" or "CreateBuilder" or "CreateSlimBuilder" or "CreateEmptyBuilder" or "AddAgnt5" or "MapAgnt5";
}

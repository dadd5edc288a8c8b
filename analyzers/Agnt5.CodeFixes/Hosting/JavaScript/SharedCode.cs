using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Hosting;

/// <summary>Tells the code of a program that JavaScript hosts can have too: it names nothing of ASP.NET Core and no variable of the program.</summary>
internal sealed class SharedCode(SemanticModel model)
{
    private const string AspNetCore = "Microsoft.AspNetCore.App";

    // What Agnt5.JavaScript brings of the assemblies that ASP.NET Core has.
    private static readonly HashSet<string> Brought = new(StringComparer.Ordinal)
    {
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions",
    };

    /// <summary>Whether a using directive is of use there.</summary>
    public bool Has(UsingDirectiveSyntax directive) => directive.NamespaceOrType is not { } name || model.GetSymbolInfo(name).Symbol switch
    {
        INamespaceSymbol space => space.ConstituentNamespaces.Any(part => part.ContainingAssembly is null || Has(part.ContainingAssembly)),
        { ContainingAssembly: { } assembly } => Has(assembly),
        _ => true,
    };

    /// <summary>Whether code can stand there, with some parameters under other names.</summary>
    public bool Has(SyntaxNode code, params ISymbol?[] renamed) =>
        !code.DescendantTokens().Any(static token => token.Text.Contains('\n'))
        && !code.DescendantNodes().Any(static node => node is ReturnStatementSyntax or YieldStatementSyntax)
        && code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().All(name => Has(model.GetSymbolInfo(name).Symbol, code, renamed));

    private bool Has(ISymbol? symbol, SyntaxNode code, ISymbol?[] renamed) => symbol switch
    {
        null => false,
        INamespaceSymbol => true,
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } =>
            renamed.Contains(symbol, SymbolEqualityComparer.Default) || symbol.DeclaringSyntaxReferences.Any(declared => code.FullSpan.Contains(declared.Span)),
        { ContainingAssembly: { } assembly } => Has(assembly),
        _ => true,
    };

    private bool Has(IAssemblySymbol assembly) =>
        assembly.Name is not ("Agnt5.AspNetCore" or "Agnt5.Mcp")
        && (Brought.Contains(assembly.Name) || model.Compilation.GetMetadataReference(assembly) is not PortableExecutableReference { FilePath: { } path } || !path.Contains(AspNetCore));
}

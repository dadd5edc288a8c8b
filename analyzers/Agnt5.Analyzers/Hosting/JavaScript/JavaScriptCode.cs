using System.Runtime.CompilerServices;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Hosting;

/// <summary>What a project compiles for JavaScript hosts, where <c>AGNT5_JAVASCRIPT</c> is defined: other branches of <c>#if</c> than in its ordinary build.</summary>
internal static class JavaScriptCode
{
    /// <summary>The symbol that compilations for JavaScript hosts define.</summary>
    public const string Symbol = "AGNT5_JAVASCRIPT";

    // A tree without a branch for the symbol has no other form.
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<SyntaxNode?>> OtherForms = new();

    /// <summary>The class that serves JavaScript hosts, where the project references it.</summary>
    public static INamedTypeSymbol? HostOf(Compilation compilation)
    {
        Work.Count(WorkKind.TypeByName);
        return compilation.GetTypeByMetadataName("Agnt5.JavaScriptHost");
    }

    /// <summary>Whether this is a compilation for a JavaScript host.</summary>
    public static bool IsCompiled(Compilation compilation) => compilation.SyntaxTrees.FirstOrDefault() is { } tree && Defines(tree);

    /// <summary>Whether code that this compilation has is also there in one for JavaScript hosts.</summary>
    public static bool Has(SyntaxNode code) => OtherForm(code.SyntaxTree) is not { } root || root.FindToken(code.SpanStart).SpanStart == code.SpanStart;

    /// <summary>Whether a file calls <c>JavaScriptHost.Serve</c> in a compilation for JavaScript hosts.</summary>
    public static bool Serves(SyntaxTree tree, CancellationToken cancellationToken) =>
        (OtherForm(tree) ?? tree.GetRoot(cancellationToken)).DescendantNodes().Counted(WorkKind.SyntaxNode).Any(static node =>
            node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Serve", Expression: var host } && NameOf(host) == "JavaScriptHost");

    /// <summary>Whether a file has branches for JavaScript hosts.</summary>
    public static bool IsToldApart(SyntaxNode root) => root.GetFirstDirective(static directive =>
        directive is ConditionalDirectiveTriviaSyntax { Condition: var condition } && condition.ToString().Contains(Symbol)) is not null;

    private static SyntaxNode? OtherForm(SyntaxTree tree) => OtherForms.GetValue(tree, static tree => new(ParseOtherForm(tree))).Value;

    private static SyntaxNode? ParseOtherForm(SyntaxTree tree) =>
        !Defines(tree) && IsToldApart(tree.GetRoot())
            ? CSharpSyntaxTree.ParseText(tree.GetText(), Options(tree).WithPreprocessorSymbols(Options(tree).PreprocessorSymbolNames.Append(Symbol))).GetRoot()
            : null;

    private static bool Defines(SyntaxTree tree) => Options(tree).PreprocessorSymbolNames.Contains(Symbol);

    private static CSharpParseOptions Options(SyntaxTree tree) => (CSharpParseOptions)tree.Options;

    private static string? NameOf(ExpressionSyntax host) => host switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}

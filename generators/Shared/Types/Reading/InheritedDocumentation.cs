using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Agnt5.Shared;

/// <summary>Finds the declaration that <c>&lt;inheritdoc/&gt;</c> refers to.</summary>
internal static class InheritedDocumentation
{
    private static readonly Regex Element = new("<inheritdoc\\b(?:[^>]*\\bcref\\s*=\\s*[\"'](?<cref>[^\"']*)[\"'])?", RegexOptions.CultureInvariant);

    /// <summary>The source of a declaration's inherited comment: the member that it overrides or implements, or the base type, or else the first interface.</summary>
    public static ISymbol? SourceOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } => ImplementedBy(symbol),
        INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } baseType } => baseType,
        INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
        _ => null,
    };

    /// <summary>The source of an inherited comment, or <see langword="null"/> when the comment inherits nothing.</summary>
    /// <param name="declaration">The declaration that has the comment.</param>
    public static ISymbol? SourceOf(ISymbol symbol, string xml, SyntaxNode declaration, KnownSymbols known, CancellationToken cancellationToken)
    {
        if (Element.Match(xml) is not { Success: true } element)
            return null;
        return element.Groups["cref"] is { Success: true, Value: var cref } ? Named(cref, declaration, known.Compilation) : SourceOf(symbol);
    }

    private static ISymbol? ImplementedBy(ISymbol symbol)
    {
        foreach (var type in symbol.ContainingType.AllInterfaces)
            foreach (var member in type.GetMembers(symbol.Name))
                if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))
                    return member;
        return null;
    }

    // The compiler does not bind comments, so the name is looked up as an expression at its place. A constructed generic is not found, and left out.
    private static ISymbol? Named(string cref, SyntaxNode declaration, Compilation compilation)
    {
        if (!compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            return null;

        var model = compilation.GetSemanticModel(declaration.SyntaxTree);
        var name = SyntaxFactory.ParseExpression(cref.Split('(')[0]);
        var type = model.GetSpeculativeSymbolInfo(declaration.SpanStart, name, SpeculativeBindingOption.BindAsTypeOrNamespace);
        if (type.Symbol is INamedTypeSymbol found)
            return found;
        var member = model.GetSpeculativeSymbolInfo(declaration.SpanStart, name, SpeculativeBindingOption.BindAsExpression);
        return member.Symbol ?? member.CandidateSymbols.FirstOrDefault();
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Shared;

/// <summary>The generated body of an agent's method without a body: it runs the agent's loop.</summary>
internal static class AgentBody
{
    /// <summary>The prefix of the names of files with such bodies.</summary>
    public const string FilePrefix = "Agnt5.AgentBody";

    /// <summary>Whether an agent has no body except a generated one. The generator sees the method before generation, the analyzers after.</summary>
    public static bool IsSupplied(IMethodSymbol method, KnownSymbols known) => ComponentMark.IsAgent(method, known) && IsMissing(method);

    /// <summary>The types around a method that generated code cannot add to, the innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> ClosedTypesAround(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            if (!IsPartial(type))
                yield return type;
    }

    private static bool IsMissing(IMethodSymbol method) => method switch
    {
        { MethodKind: not MethodKind.Ordinary } or { IsAbstract: true } or { IsExtern: true } or { PartialDefinitionPart: not null } => false,
        { IsPartialDefinition: true, PartialImplementationPart: var written } => written is null || written.DeclaringSyntaxReferences.All(IsGenerated),
        _ => method.DeclaringSyntaxReferences.Any(static part => part.GetSyntax() is MethodDeclarationSyntax { Body: null, ExpressionBody: null }),
    };

    private static bool IsGenerated(SyntaxReference part) =>
        Path.GetFileName(part.SyntaxTree.FilePath).StartsWith(FilePrefix, StringComparison.Ordinal) && GeneratedFile.Is(part.SyntaxTree);

    // Top-level statements are also a part of Program.
    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(static part => part.GetSyntax() is not TypeDeclarationSyntax syntax || syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
}

using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Durability;

/// <summary>
/// The values of fields and properties that are set once for the process, <c>static readonly StepOptions Slow = new() { … }</c>, and what is said of methods. Each is read once for the compilation.
/// </summary>
internal sealed class SharedValues(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, string?> _reasons = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a member has one value as long as the process runs, or computes it from its declaration alone.</summary>
    public static bool IsShared(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: true } field => field.IsReadOnly || field.IsConst,
        IPropertySymbol { IsStatic: true, SetMethod: null } => true,
        _ => false,
    };

    /// <summary>The value that a shared member of the project is declared with, or <see langword="null"/>.</summary>
    public IOperation? ValueOf(ISymbol member) => IsShared(member) ? _values.GetOrAdd(member.OriginalDefinition, Read) : null;

    /// <summary>What is said of a method of the project. Its body is read once.</summary>
    public string? ReasonOf(IMethodSymbol method, Func<IOperation, string?> read) =>
        _reasons.GetOrAdd(method.OriginalDefinition, made => ReadBody(made) is { } body ? read(body) : null);

    private IOperation? Read(ISymbol member)
    {
        if (DeclarationOf(member) is not { } declaration || Value(declaration) is not { } value)
            return null;
        return compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(value);
    }

    private IOperation? ReadBody(ISymbol method) =>
        DeclarationOf(method) is { } declaration ? compilation.GetSemanticModel(declaration.SyntaxTree).GetOperation(declaration) : null;

    // An editor has the source of referenced projects too. This compilation has no model of it.
    private SyntaxNode? DeclarationOf(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var declaration] && compilation.ContainsSyntaxTree(declaration.SyntaxTree) ? declaration.GetSyntax() : null;

    private static ExpressionSyntax? Value(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => value,
        PropertyDeclarationSyntax { Initializer.Value: var value } => value,
        PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => value,
        _ => null,
    };
}

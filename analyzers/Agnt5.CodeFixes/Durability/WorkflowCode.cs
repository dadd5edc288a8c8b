using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Durability;

/// <summary>The place of a finding in a workflow's code.</summary>
/// <param name="Node">The node that the finding points at.</param>
internal sealed record WorkflowCode(
    Document Document, SyntaxNode Root, SemanticModel Model, KnownSymbols Known, SyntaxNode Node, CancellationToken CancellationToken)
{
    /// <summary>Whether the finding is about a helper, and depends on its callers.</summary>
    public bool DependsOnCallers { get; init; }

    /// <summary>The call whose method the finding points at, or <see langword="null"/>.</summary>
    public InvocationExpressionSyntax? Call
    {
        get
        {
            var called = Node.Parent is MemberAccessExpressionSyntax access && access.Name == Node ? access : Node;
            return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
        }
    }

    /// <summary>The name of the workflow's context at the place, or <see langword="null"/> where none is in scope.</summary>
    public string? Context
    {
        get
        {
            var nearest = NearestContext;
            return nearest is null ? null : SyntaxFacts.GetKeywordKind(nearest.Name) == SyntaxKind.None ? nearest.Name : "@" + nearest.Name;
        }
    }

    /// <summary>Whether that context is an agent's.</summary>
    public bool IsAgents => SymbolEqualityComparer.Default.Equals(Type(NearestContext), Known.AgentContext);

    /// <summary>The symbol that a piece of the code means.</summary>
    public IOperation? Operation(SyntaxNode node) => Model.GetOperation(node, CancellationToken);

    /// <summary>Whether <c>await</c> may stand at a place, as far as the function around it decides.</summary>
    public static bool IsAsync(SyntaxNode place)
    {
        foreach (var node in place.Ancestors())
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax member:
                    return member.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }

        return false;
    }

    /// <summary>The text of a string that is written in place, or <see langword="null"/>.</summary>
    public static string? Literal(SyntaxNode node) =>
        node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: var text } ? text : null;

    private ISymbol? NearestContext
    {
        get
        {
            var position = Node.SpanStart;
            return Model.LookupSymbols(position)
                .Where(symbol => IsContext(Type(symbol)) && symbol.Locations[0].SourceSpan.Start < position)
                .OrderByDescending(static symbol => symbol.Locations[0].SourceSpan.Start)
                .FirstOrDefault();
        }
    }

    // A field may already keep a constructor parameter, and the class should not keep it twice.
    private static ITypeSymbol? Type(ISymbol? variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } parameter => parameter.Type,
        _ => null,
    };

    private bool IsContext(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, Known.WorkflowContext))
                return true;
        return false;
    }
}

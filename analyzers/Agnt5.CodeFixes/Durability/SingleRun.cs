using Agnt5.Analyzers.Durability;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.CodeFixes.Durability;

/// <summary>
/// Finds code that a run of the component reaches at most once, so that a new step in it may have a constant name: no loop is around it, and a helper that it
/// is in is private and named in one place, for which the same is true.
/// </summary>
internal static class SingleRun
{
    /// <summary>The place, and the calls that lead there from the component; <see langword="null"/> where it may run more than once.</summary>
    public static IReadOnlyList<SyntaxNode>? FindPath(SyntaxNode place, WorkflowCode code)
    {
        var path = new List<SyntaxNode>();
        var seen = new HashSet<SyntaxNode>();
        for (SyntaxNode? current = place; current is not null;)
        {
            if (code.Operation(current) is not { } operation
                || Loops.FindRepeating(operation) is not null
                || Function(current) is not { } function
                || !seen.Add(function)
                || code.Model.GetDeclaredSymbol(function, code.CancellationToken) is not IMethodSymbol symbol)
                return null;
            path.Add(current);
            if (ComponentMark.IsComponent(symbol, code.Known))
                return path;
            current = OnlyCall(function, symbol);
        }

        return null;
    }

    // Only the receiver of a lambda knows how often it runs.
    private static SyntaxNode? Function(SyntaxNode place) =>
        place.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) switch
        {
            AnonymousFunctionExpressionSyntax => null,
            var function => function,
        };

    private static SyntaxNode? OnlyCall(SyntaxNode function, IMethodSymbol symbol)
    {
        var scope = symbol switch
        {
            { MethodKind: MethodKind.LocalFunction } => function.Parent,
            { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1 } => function.Parent,
            _ => null,
        };
        var uses = scope?.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == symbol.Name).Take(2).ToArray();
        return uses is [{ Parent: var parent } use]
            ? parent as InvocationExpressionSyntax ?? (parent is MemberAccessExpressionSyntax access && access.Name == use ? access.Parent as InvocationExpressionSyntax : null)
            : null;
    }
}

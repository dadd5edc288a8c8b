using Agnt5.Analyzers.Durability;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Agnt5.Analyzers.Declarations;

/// <summary>Finds the work that a component's body awaits. A durable call does not count: the engine ends it when the slice ends.</summary>
/// <param name="isReplayed">Whether the component is a workflow or an agent.</param>
internal sealed class AwaitedWork(bool isReplayed, SemanticModel model, KnownSymbols known, CancellationToken cancellationToken)
{
    /// <summary>The awaits of the body itself. The callers of step bodies and other functions in it await those.</summary>
    public static IReadOnlyList<ExpressionSyntax> In(MethodDeclarationSyntax method) =>
    [
        .. method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Counted(WorkKind.SyntaxNode)
            .Select(Awaited).OfType<ExpressionSyntax>(),
    ];

    /// <summary>Whether the await may take long, and no other rule reports it.</summary>
    public bool IsLong(ExpressionSyntax awaited) => awaited switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsLong(parenthesized.Expression),
        InvocationExpressionSyntax call => model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol called && IsLong(call, called),
        // A task in a variable of a workflow or agent mostly belongs to a durable call.
        _ => !isReplayed && model.GetSymbolInfo(awaited, cancellationToken).Symbol is not IPropertySymbol { Name: "CompletedTask" },
    };

    /// <summary>Whether the body uses a token that it receives: the context's, or that of a step.</summary>
    public bool HasToken(MethodDeclarationSyntax method)
    {
        foreach (var name in method.DescendantNodes().Counted(WorkKind.SyntaxNode).OfType<IdentifierNameSyntax>())
            if (MayNameToken(name) && model.GetSymbolInfo(name, cancellationToken).Symbol is { } symbol && IsToken(symbol))
                return true;
        return false;
    }

    private static ExpressionSyntax? Awaited(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax awaiting => awaiting.Expression,
        CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } loop => loop.Expression,
        _ => null,
    };

    private bool IsLong(InvocationExpressionSyntax call, IMethodSymbol called)
    {
        if (called.Name == "ConfigureAwait" && call.Expression is MemberAccessExpressionSyntax configured)
            return IsLong(configured.Expression);
        if (called.ContainingType is { Name: "Task" or "ValueTask" })
            return called.Name switch
            {
                "WhenAll" or "WhenAny" or "WhenEach" => call.ArgumentList.Arguments.Any(argument => IsLong(argument.Expression)),
                "Delay" or "Run" => !isReplayed,
                _ => false,
            };
        return !IsDurable(call, called) && !(isReplayed && IsToldOtherwise(called));
    }

    // A call on the context, or a call that receives the context or a durable call.
    private bool IsDurable(InvocationExpressionSyntax call, IMethodSymbol called) =>
        ParameterRoles.IsContext(called.ContainingType, known)
        || call.DescendantNodes().Counted(WorkKind.SyntaxNode).OfType<IdentifierNameSyntax>().Any(name =>
            model.GetSymbolInfo(name, cancellationToken).Symbol switch
            {
                IParameterSymbol parameter => ParameterRoles.IsContext(parameter.Type, known),
                ILocalSymbol local => ParameterRoles.IsContext(local.Type, known),
                _ => false,
            });

    // In a workflow or agent, I/O belongs in a step (AGT4001 to AGT4006), also in a method or function of the project.
    private bool IsToldOtherwise(IMethodSymbol called) =>
        ForbiddenApis.Find(called.ReducedFrom ?? called) is not null
        || called.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke
        || (!called.DeclaringSyntaxReferences.IsEmpty && called.ContainingType.TypeKind != TypeKind.Interface && !called.IsAbstract);

    private static bool MayNameToken(IdentifierNameSyntax name) => name.Parent is not NameColonSyntax and not NameEqualsSyntax and not TypeArgumentListSyntax;

    private bool IsToken(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, known.CancellationToken),
        IPropertySymbol { Name: "CancellationToken" } property => ParameterRoles.IsContext(property.ContainingType, known),
        _ => false,
    };
}

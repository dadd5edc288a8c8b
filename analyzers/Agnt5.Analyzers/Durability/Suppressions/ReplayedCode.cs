using Agnt5.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Agnt5.Analyzers.Durability;

/// <summary>Decides at a place whether it is the code of a workflow or agent, which runs again on each replay.</summary>
/// <param name="known">The known types.</param>
/// <param name="project">The code of the project, or <see langword="null"/> where it has not been read: then helpers that no context marks are left out.</param>
internal sealed class ReplayedCode(KnownSymbols known, ProjectCode? project)
{
    private HashSet<IMethodSymbol>? _reached;

    public static ReplayedCode Of(Compilation compilation, KnownSymbols known) => new(known, ProjectCode.Find(compilation));

    /// <summary>Whether the node is in the code of a workflow, an agent or their helpers, and in no step body.</summary>
    public bool Contains(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var current = node; current is not null; current = current.Parent)
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax function when RunsElsewhere(function, model, cancellationToken):
                    return false;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax when TakesContext(model, current, cancellationToken):
                    return true;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                    return model.GetDeclaredSymbol(current, cancellationToken) is IMethodSymbol method && IsReplayed(Operations.Definition(method));
                case BaseTypeDeclarationSyntax:
                    return false;
            }

        return false;
    }

    private bool IsReplayed(IMethodSymbol method)
    {
        if (ComponentMark.Of(method, known).Select(static mark => (ComponentKind?)mark.Kind).FirstOrDefault() is { } kind)
            return kind is ComponentKind.Workflow or ComponentKind.Agent;
        return TakesContext(method) || (_reached ??= project?.FindReplayed() ?? new(SymbolEqualityComparer.Default)).Contains(method);
    }

    // As the body of a step, or on another thread.
    private bool RunsElsewhere(AnonymousFunctionExpressionSyntax function, SemanticModel model, CancellationToken cancellationToken) =>
        function.Parent is ArgumentSyntax argument
        && model.GetOperation(argument, cancellationToken) is IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call }
        && (DurableOperations.Find(call, known)?.RoleOf(parameter.Name) is DelegateRole.StepBody or DelegateRole.InStep || Threads.Starts(call.TargetMethod));

    private bool TakesContext(SemanticModel model, SyntaxNode function, CancellationToken cancellationToken) =>
        (function is LocalFunctionStatementSyntax ? model.GetDeclaredSymbol(function, cancellationToken) : model.GetSymbolInfo(function, cancellationToken).Symbol) is IMethodSymbol symbol
        && TakesContext(symbol);

    private bool TakesContext(IMethodSymbol method) => method.Parameters.Any(parameter =>
        SymbolEqualityComparer.Default.Equals(parameter.Type, known.WorkflowContext) || SymbolEqualityComparer.Default.Equals(parameter.Type, known.AgentContext));
}

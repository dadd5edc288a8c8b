using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT1006: at most one context, and one that fits. <c>ComponentContext</c> fits every component, and an agent's context is also a workflow's.</summary>
internal static class ContextRule
{
    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known)
    {
        var marks = ComponentMark.Of(method, known).ToArray();
        var contexts = method.Parameters.Where(parameter => ParameterRoles.Of(parameter, known) == ParameterRole.Context).ToArray();
        // The fitting context is unknown while a method has several component attributes (AGT1007).
        if (marks is [var mark] && contexts is [var context, ..] && !Fits(context.Type, mark.Kind, known))
            yield return Problem(
                context,
                $"takes a '{ShapeText.Of(context.Type)}' and is {ShapeText.WithArticle(ShapeText.Of(mark.Kind))}: "
                    + $"take {ShapeText.WithArticle(FindExpected(mark.Kind, known)?.Name ?? "")} or a ComponentContext");
        foreach (var extra in contexts.Skip(1))
            yield return Problem(extra, $"takes '{extra.Name}' as a second context: one invocation has one context; remove it");

        ShapeProblem Problem(IParameterSymbol parameter, string text) =>
            new(RuleIds.UnfitContext, parameter.Locations[0], ShapeText.Of(method), text);
    }

    /// <summary>Whether a component of a kind can have a context of a type.</summary>
    public static bool Fits(ITypeSymbol context, ComponentKind kind, KnownSymbols known) =>
        Same(context, known.ComponentContext) || kind switch
        {
            ComponentKind.Workflow => Same(context, known.WorkflowContext),
            ComponentKind.Agent => Same(context, known.AgentContext) || Same(context, known.WorkflowContext),
            _ => Same(context, known.FunctionContext),
        };

    /// <summary>The context that a component of a kind should take.</summary>
    public static INamedTypeSymbol? FindExpected(ComponentKind kind, KnownSymbols known) => kind switch
    {
        ComponentKind.Workflow => known.WorkflowContext,
        ComponentKind.Agent => known.AgentContext,
        _ => known.FunctionContext,
    };

    private static bool Same(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type, known);
}

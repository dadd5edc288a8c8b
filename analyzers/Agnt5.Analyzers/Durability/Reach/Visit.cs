using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>A unit of code in one of the roles that a workflow runs it in.</summary>
/// <param name="Unit">The code.</param>
/// <param name="Role">How it runs.</param>
/// <param name="Caller">The visit that led there, or <see langword="null"/> at the component.</param>
/// <param name="Component">The component, as a message names it.</param>
internal sealed record Visit(CodeUnit Unit, Role Role, Visit? Caller, string Component)
{
    /// <summary>The component with the call path to the code: <c>workflow 'approve' (Orders.Approve → Prices.Today)</c>.</summary>
    public string Describe()
    {
        var path = new List<string>();
        for (var visit = this; visit is not null; visit = visit.Caller)
            if (visit.Unit is { IsMethodGroup: false, Symbol.MethodKind: not MethodKind.AnonymousFunction })
                path.Insert(0, Name(visit.Unit.Symbol));
        return path.Count > 1 ? $"{Component} ({string.Join(" → ", path)})" : Component;
    }

    private static string Name(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.LocalFunction } => method.Name,
        { MethodKind: MethodKind.Constructor } => $"new {method.ContainingType.Name}",
        { AssociatedSymbol: { } property } => $"{ShapeText.Of(method.ContainingType)}.{property.Name}",
        _ => ShapeText.Of(method),
    };
}

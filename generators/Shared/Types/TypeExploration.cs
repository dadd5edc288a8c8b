using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The result of exploring a type: the models of all types that it reaches, or the reason why it cannot cross the wire.</summary>
/// <param name="Root">The use of the explored type.</param>
/// <param name="Types">The models of the root and of every type that it reaches, the root's first.</param>
/// <param name="Tuples">The tuples among them.</param>
/// <param name="Problems">The problems that the analyzers report.</param>
/// <param name="Advice">What to improve in an input's members, apart from problems.</param>
/// <param name="IsIncomplete">Whether a type does not exist (yet). The compiler reports it.</param>
internal sealed record TypeExploration(
    TypeUse Root, IReadOnlyList<TypeModel> Types, IReadOnlyList<WireTuple> Tuples, IReadOnlyList<TypeProblem> Problems, IReadOnlyList<NodeProblem> Advice, bool IsIncomplete)
{
    /// <summary>The types among them that declare subtypes.</summary>
    public IReadOnlyList<INamedTypeSymbol> Polymorphic { get; init; } = [];

    /// <summary>Whether code can be generated for the type.</summary>
    public bool IsSound => !IsIncomplete && Problems.All(static problem => RuleIds.IsWarning(problem.RuleId));
}

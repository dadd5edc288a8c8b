using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>One name among an agent's <c>Tools</c> or <c>Handoffs</c>.</summary>
/// <param name="Written">The name as it was written.</param>
/// <param name="Name">The name on the wire.</param>
/// <param name="Method">The method of the agent's class with this name, if there is one: the code probably says <c>nameof</c>, which a constant does not show.</param>
/// <param name="IsAmbiguous">Whether several methods of the class have this name, and are components with different names.</param>
/// <param name="Index">The position in the list.</param>
internal readonly record struct AgentReference(string Written, string Name, IMethodSymbol? Method, bool IsAmbiguous, int Index)
{
    public const string Tools = nameof(Tools);
    public const string Handoffs = nameof(Handoffs);

    /// <summary>The names in one of the two lists.</summary>
    public static IEnumerable<AgentReference> Of(IMethodSymbol agent, ComponentMark mark, string property, KnownSymbols known)
    {
        if (ArgumentOf(mark, property) is not { } argument)
            yield break;
        for (var i = 0; i < argument.Value.Values.Length; i++)
        {
            var written = argument.Value.Values[i].Value as string ?? "";
            var methods = agent.ContainingType.GetMembers(written).OfType<IMethodSymbol>().ToArray();
            var marked = methods
                .SelectMany(
                    method => ComponentMark.Of(method, known).Where(candidate => CanBe(property, candidate.Kind)).Select(candidate => (Method: method, candidate.Kind, Name: candidate.NameOf(method))))
                .GroupBy(static candidate => candidate.Kind)
                .OrderBy(static sameKind => sameKind.Key)
                .FirstOrDefault()?
                .ToArray() ?? [];
            yield return marked is [var first, ..]
                ? new(written, first.Name, first.Method, marked.Any(candidate => candidate.Name != first.Name), i)
                : new(written, written, methods.FirstOrDefault(), IsAmbiguous: false, i);
        }
    }

    /// <summary>The list as it was written, or <see langword="null"/> when it was not.</summary>
    public static AttributeArgument? ArgumentOf(ComponentMark mark, string property)
    {
        foreach (var argument in AttributeArgument.Of(mark.Attribute))
            if (argument.Name == property && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false })
                return argument;
        return null;
    }

    /// <summary>Whether a component of a kind can be in a list: tools and agents are called, agents are handed over to.</summary>
    public static bool CanBe(string property, ComponentKind kind) => kind == ComponentKind.Agent || (kind == ComponentKind.Tool && property == Tools);
}

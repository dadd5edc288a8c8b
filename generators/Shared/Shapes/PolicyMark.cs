using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>One trigger or policy of a component: written on its method, carried by an attribute that the method wears, or the assembly's default.</summary>
/// <param name="Kind">The kind of trigger or policy.</param>
/// <param name="Attribute">The trigger's or policy's attribute, with its values.</param>
/// <param name="Origin">How the component has it.</param>
/// <param name="Application">The attribute on the method or assembly that has it: <paramref name="Attribute"/> itself, or the one that carries it.</param>
/// <param name="Blamed">
/// The attribute in this project that is nearest to the values, where a mistake in them is reported: <paramref name="Attribute"/> itself, unless an attribute class
/// of a referenced assembly carries it; then the use of that class.
/// </param>
internal readonly record struct PolicyMark(PolicyKind Kind, AttributeData Attribute, PolicyOrigin Origin, AttributeData Application, AttributeData Blamed)
{
    /// <summary>
    /// The triggers and policies of a component: triggers in source order; of each kind of policy the method's own, else the first that it wears, else the assembly's default.
    /// A policy is replaced as a whole. Triggers and policies that a component of its kind cannot have (AGT1013) are left out.
    /// </summary>
    public static IEnumerable<PolicyMark> Of(IMethodSymbol method, KnownSymbols known)
    {
        var kinds = ComponentMark.Of(method, known).Select(static mark => mark.Kind).ToArray();
        if (kinds.Length == 0)
            return [];
        var found = AllOn(method, known);
        if (kinds.Any(PolicyKinds.TakesFlowControl))
            found = found.Concat(known.DefaultPolicies);
        return FirstOfEachPolicy(found.Where(mark => kinds.Any(kind => PolicyKinds.FitsOn(mark.Kind, kind))));
    }

    /// <summary>Whether events or webhooks start a component, so that its input may come in an envelope.</summary>
    public static bool StartsByEvents(IMethodSymbol method, KnownSymbols known) =>
        Of(method, known).Any(static mark => mark.Kind is PolicyKind.OnEvent or PolicyKind.OnWebhook);

    /// <summary>The policies that the assembly gives to its workflows and functions. <see cref="KnownSymbols.DefaultPolicies"/> keeps them.</summary>
    public static IReadOnlyList<PolicyMark> DefaultsOf(KnownSymbols known) =>
        [.. On(known.Compilation.Assembly, known).Select(static mark => mark with { Origin = PolicyOrigin.Default })];

    /// <summary>The policies that an attribute class or the assembly gives to components: of each kind the one that wins.</summary>
    public static IEnumerable<PolicyMark> On(ISymbol declaration, KnownSymbols known) => FirstOfEachPolicy(AllOn(declaration, known));

    /// <summary>All triggers and policies on a declaration and in the attributes that it wears, even if they have no effect there.</summary>
    public static IEnumerable<PolicyMark> AllOn(ISymbol declaration, KnownSymbols known) =>
        AllOn(declaration.GetAttributes(), known, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>
    /// Whether a mistake in the values is reported at another declaration of this project, the attribute class or the assembly, and so not at every component that
    /// gets the policy from there.
    /// </summary>
    public bool IsToldElsewhere => Origin == PolicyOrigin.Default || !ReferenceEquals(Blamed, Application);

    /// <summary>Finds the written value of an argument, by the name of the constructor's parameter or of the property.</summary>
    /// <returns><see langword="null"/> when nothing or <see langword="null"/> was written.</returns>
    public TypedConstant? Find(string name) =>
        FindArgument(name) is { Value: { Kind: not TypedConstantKind.Error, IsNull: false } value } ? value : null;

    /// <summary>Finds an argument that was written.</summary>
    public AttributeArgument? FindArgument(string name)
    {
        foreach (var argument in AttributeArgument.Of(Attribute))
            if (argument.Name == name)
                return argument;
        return null;
    }

    /// <summary>The location on a component for a problem with its policy: the part of its declaration that has the policy, or its name.</summary>
    /// <param name="argument">The argument that is wrong, or <see langword="null"/> for the policy as a whole.</param>
    public Location LocationAt(IMethodSymbol component, AttributeArgument? argument, CancellationToken cancellationToken)
    {
        if (Origin == PolicyOrigin.Default)
            return component.Locations[0];
        return LocationOf(Application, argument, cancellationToken) ?? component.Locations[0];
    }

    /// <summary>The location of a problem with the values, for any component that has the policy.</summary>
    /// <param name="argument">The argument that is wrong, or <see langword="null"/> for the policy as a whole.</param>
    public Location? LocationInSource(AttributeArgument? argument, CancellationToken cancellationToken) => LocationOf(Blamed, argument, cancellationToken);

    // Only the policy's own attribute has the argument.
    private Location? LocationOf(AttributeData attribute, AttributeArgument? argument, CancellationToken cancellationToken) =>
        (ReferenceEquals(attribute, Attribute) ? argument?.Find(cancellationToken) : null)
        ?? attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();

    private static IEnumerable<PolicyMark> AllOn(ImmutableArray<AttributeData> attributes, KnownSymbols known, ImmutableHashSet<ISymbol> followed)
    {
        foreach (var attribute in attributes)
            if (attribute.AttributeClass is { } type && known.PolicyAttributes.TryGetValue(type, out var kind))
                yield return new(kind, attribute, PolicyOrigin.Own, attribute, attribute);
        foreach (var attribute in attributes)
            if (attribute.AttributeClass is { } type && !known.PolicyAttributes.ContainsKey(type) && !followed.Contains(type))
                foreach (var carried in AllOn(type.GetAttributes(), known, followed.Add(type)))
                    if (!PolicyKinds.IsTrigger(carried.Kind))
                        yield return Carry(carried, attribute, type, known);
    }

    private static PolicyMark Carry(PolicyMark carried, AttributeData application, INamedTypeSymbol type, KnownSymbols known) => carried with
    {
        Origin = PolicyOrigin.Carried,
        Application = application,
        Blamed = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, known.Compilation.Assembly) ? carried.Blamed : application,
    };

    private static IEnumerable<PolicyMark> FirstOfEachPolicy(IEnumerable<PolicyMark> marks)
    {
        var taken = new HashSet<PolicyKind>();
        foreach (var mark in marks)
            if (PolicyKinds.IsTrigger(mark.Kind) || taken.Add(mark.Kind))
                yield return mark;
    }
}

/// <summary>How a component has a policy.</summary>
internal enum PolicyOrigin
{
    /// <summary>It is written on the method.</summary>
    Own,

    /// <summary>It is on an attribute class that the method wears.</summary>
    Carried,

    /// <summary>It is the default of all workflows and functions of the assembly.</summary>
    Default,
}

using System.Globalization;
using Agnt5.Primitives;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>The step policies that a project declares, by name.</summary>
internal sealed class DeclaredStepPolicies
{
    private readonly IReadOnlyList<AttributeData> _declared;
    private readonly NamedThing[] _names;
    private readonly Lazy<bool> _hasComponents;
    private readonly KnownSymbols _known;

    private DeclaredStepPolicies(IReadOnlyList<AttributeData> declared, KnownSymbols known)
    {
        _declared = declared;
        _known = known;
        _names = [.. declared.Select(NameOf).Distinct(StringComparer.Ordinal).Select(static name => new NamedThing(name, name))];
        _hasComponents = new(() => HasComponents(known.Compilation.Assembly.GlobalNamespace, known));
    }

    public static DeclaredStepPolicies Of(KnownSymbols known) => new(
        [.. known.Compilation.Assembly.GetAttributes().Where(static attribute => attribute.AttributeClass is { Name: "StepPolicyAttribute" } type && SymbolText.IsIn(type, "Agnt5"))], known);

    /// <summary>What is wrong with the name of a policy in a step's options.</summary>
    /// <param name="name">The name.</param>
    /// <param name="location">Where it stands.</param>
    /// <param name="type">The type around it.</param>
    public IEnumerable<ShapeProblem> FindInUse(string name, Location location, INamedTypeSymbol? type)
    {
        if (_names.Any(known => known.WireName == name))
            yield break;
        if (NearestName.Find(name, _names) is { } near)
            yield return Problem(location, name, $"is not declared in this project: did you mean '{near}'?");
        else if (IsForOwnComponents(type))
            yield return Problem(location, name, $"is not declared in this project: declare it with [assembly: StepPolicy(\"{name}\", MaxAttempts = …)]");
    }

    /// <summary>What is wrong with the declarations in a file.</summary>
    public IEnumerable<ShapeProblem> FindInDeclarations(SyntaxTree file, CancellationToken cancellationToken)
    {
        foreach (var policy in _declared)
            if (policy.ApplicationSyntaxReference is { } place && place.SyntaxTree == file && Fault(policy) is { } fault)
                yield return Problem(place.GetSyntax(cancellationToken).GetLocation(), NameOf(policy), fault);
    }

    // The components of other projects, which have policies of their own, may run the helpers of a library.
    private bool IsForOwnComponents(INamedTypeSymbol? type) => _names.Length > 0
        || (_known.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary ? type is not null && HasComponents(type, _known) : _hasComponents.Value);

    private string? Fault(AttributeData policy)
    {
        var name = NameOf(policy);
        if (string.IsNullOrWhiteSpace(name))
            return "has no name: steps take it by its name";
        if (!ReferenceEquals(_declared.First(other => NameOf(other) == name), policy))
            return "is declared twice: give each policy a different name";
        foreach (var argument in policy.NamedArguments)
            if (argument.Value.Value is int or long && Convert.ToInt64(argument.Value.Value, CultureInfo.InvariantCulture) is var number)
                switch (argument.Key)
                {
                    case "MaxAttempts" when number < 1:
                        return $"has {number} attempts: the first one counts too, so MaxAttempts is at least 1";
                    case "InitialIntervalMs" or "MaxIntervalMs" when number < 0:
                        return $"has a negative wait: {argument.Key} is at least 0";
                    case "InitialIntervalMs" or "MaxIntervalMs" when number > OptionRange.LongestStepWaitMs:
                        return $"has a wait that no clock measures: {argument.Key} is at most {OptionRange.LongestStepWaitMs.ToString("N0", CultureInfo.InvariantCulture)}";
                }

        return null;
    }

    private static ShapeProblem Problem(Location location, string name, string fault) => new(RuleIds.StepPolicy, location, name, fault);

    private static string NameOf(AttributeData policy) => policy.ConstructorArguments is [{ Value: string name }] ? name : "";

    private static bool HasComponents(INamespaceOrTypeSymbol place, KnownSymbols known)
    {
        Work.Count(WorkKind.TypeRead);
        foreach (var member in place.GetMembers())
            if (member switch
            {
                IMethodSymbol method => ComponentMark.Of(method, known).Any(static mark => mark.Kind is ComponentKind.Workflow or ComponentKind.Agent),
                INamespaceOrTypeSymbol inner => HasComponents(inner, known),
                _ => false,
            })
                return true;
        return false;
    }
}

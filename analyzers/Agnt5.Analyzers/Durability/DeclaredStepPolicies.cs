using System.Globalization;
using Agnt5.Shared;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Durability;

/// <summary>The step policies that a project declares, by name.</summary>
internal sealed class DeclaredStepPolicies
{
    private readonly IReadOnlyList<AttributeData> _declared;
    private readonly NamedThing[] _names;
    private readonly Lazy<bool> _hasComponents;

    private DeclaredStepPolicies(IReadOnlyList<AttributeData> declared, KnownSymbols known)
    {
        _declared = declared;
        _names = [.. declared.Select(NameOf).Distinct(StringComparer.Ordinal).Select(static name => new NamedThing(name, name))];
        _hasComponents = new(() => HasComponents(known.Compilation.Assembly.GlobalNamespace, known));
    }

    public static DeclaredStepPolicies Of(KnownSymbols known) => new(
        [.. known.Compilation.Assembly.GetAttributes().Where(static attribute => attribute.AttributeClass is { Name: "StepPolicyAttribute" } type && SymbolText.IsIn(type, "Agnt5"))], known);

    /// <summary>What is wrong with the name of a policy in a step's options.</summary>
    public IEnumerable<ShapeProblem> FindInUse(string name, Location location)
    {
        if (_names.Any(known => known.WireName == name))
            yield break;
        // The components of other projects, which have policies of their own, may run the code of a library.
        if (_names.Length == 0 && !_hasComponents.Value)
            yield break;
        yield return Problem(location, name, NearestName.Find(name, _names) is { } near
            ? $"is not declared in this project: did you mean '{near}'?"
            : $"is not declared in this project: declare it with [assembly: StepPolicy(\"{name}\", MaxAttempts = …)]");
    }

    /// <summary>What is wrong with the declarations in a file.</summary>
    public IEnumerable<ShapeProblem> FindInDeclarations(SyntaxTree file, CancellationToken cancellationToken)
    {
        foreach (var policy in _declared)
            if (policy.ApplicationSyntaxReference is { } place && place.SyntaxTree == file && Fault(policy) is { } fault)
                yield return Problem(place.GetSyntax(cancellationToken).GetLocation(), NameOf(policy), fault);
    }

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
                }

        return null;
    }

    private static ShapeProblem Problem(Location location, string name, string fault) => new(RuleIds.StepPolicy, location, name, fault);

    private static string NameOf(AttributeData policy) => policy.ConstructorArguments is [{ Value: string name }] ? name : "";

    private static bool HasComponents(INamespaceOrTypeSymbol place, KnownSymbols known)
    {
        Work.Count(WorkKind.TypeRead);
        foreach (var member in place.GetMembers())
            if (member is IMethodSymbol method ? ComponentMark.IsComponent(method, known) : member is INamespaceOrTypeSymbol inner && HasComponents(inner, known))
                return true;
        return false;
    }
}

using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3009: values that can never take effect next to other values, and two different values for one setting.</summary>
internal static class ContradictionRule
{
    private const string Exponential = nameof(Exponential);

    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var problem in PolicyRule.FindInComponent(method, RuleIds.Contradiction, Find, known, cancellationToken))
            yield return problem;
        var component = ComponentMark.Of(method, known).First().Attribute;
        foreach (var policy in PolicyMark.Of(method, known))
            if (FindSecondValue(policy) is var (argument, property) && Find(component, argument) is { } written
                && Number(written.Value) is { } own && Number(policy.Find(property)) is { } other && own != other)
                yield return new(
                    RuleIds.Contradiction,
                    written.Find(cancellationToken) ?? method.Locations[0],
                    ShapeText.Of(method),
                    $"sets {argument} to {Text(own)} and {NameOf(policy)} to {Text(other)}, which are the same setting: keep one of them");
    }

    /// <summary>The rule for the values of one policy.</summary>
    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        if (policy.Kind != PolicyKind.Retries)
            yield break;
        if (policy.Find("Multiplier") is not null && NameOf(policy.Find("Backoff")) is { } backoff and not Exponential)
            yield return new(
                policy.FindArgument("Multiplier"),
                $"sets Multiplier, which only works with exponential backoff, and Backoff to {backoff}: remove Multiplier, or set Backoff to {Exponential}");
        if (Number(policy.Find("MaxIntervalMs")) is >= 1 and var longest && Number(policy.Find("InitialIntervalMs")) is { } first && first > longest)
            yield return new(
                policy.FindArgument("MaxIntervalMs"),
                $"sets MaxIntervalMs to {Text(longest)}, below the InitialIntervalMs of {Text(first)}: the first wait is longer than the longest");
    }

    // The property of the component with the same meaning as an argument of a policy. A level and a number are not compared: only AGNT5 knows the number of a level.
    private static (string Property, string Argument)? FindSecondValue(PolicyMark policy) => policy.Kind switch
    {
        PolicyKind.Concurrency when policy.Find("Key") is null && policy.Find("KeyExpression") is null && NameOf(policy.Find("Scope")) is null or "Component" =>
            ("MaxConcurrency", "limit"),
        PolicyKind.Priority => ("Priority", "number"),
        _ => null,
    };

    private static AttributeArgument? Find(AttributeData attribute, string name)
    {
        foreach (var argument in AttributeArgument.Of(attribute))
            if (argument.Name == name)
                return argument;
        return null;
    }

    private static string NameOf(PolicyMark policy) => policy.Origin switch
    {
        PolicyOrigin.Carried => $"[{policy.Kind}], which [{ShapeText.OfAttribute(policy.Application)}] brings,",
        PolicyOrigin.Default => $"the assembly's [{policy.Kind}]",
        _ => $"[{policy.Kind}]",
    };

    private static string? NameOf(TypedConstant? value) => value is { Type: { } type } given ? EnumNames.Find(type, given.Value) : null;

    private static double? Number(TypedConstant? value) => value?.Value is int or long ? Convert.ToDouble(value.Value.Value, CultureInfo.InvariantCulture) : null;

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

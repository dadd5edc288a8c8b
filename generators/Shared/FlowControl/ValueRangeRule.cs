using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3002: values of a declaration that AGNT5 refuses. Values that are not written are not checked.</summary>
internal static class ValueRangeRule
{
    private const string PeriodMs = nameof(PeriodMs);
    private const string WindowMs = nameof(WindowMs);

    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var mark in ComponentMark.Of(method, known))
            foreach (var problem in FindInArguments(mark.Attribute))
                yield return new(RuleIds.ValueOutOfRange, problem.Argument?.Find(cancellationToken) ?? method.Locations[0], ShapeText.Of(method), problem.Text)
                {
                    Suggestion = problem.Suggestion,
                };
        foreach (var problem in PolicyRule.FindInComponent(method, RuleIds.ValueOutOfRange, Find, known, cancellationToken))
            yield return problem;
    }

    /// <summary>The rule for one trigger or policy.</summary>
    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        foreach (var problem in FindInArguments(policy.Attribute))
            yield return problem;
        if (FindPeriodProblem(policy) is { } periods)
            yield return periods;
    }

    private static IEnumerable<PolicyProblem> FindInArguments(AttributeData attribute)
    {
        foreach (var argument in AttributeArgument.Of(attribute))
            if (FindExpectation(argument, out var nearest) is { } expectation)
                yield return new(argument, $"sets {argument.Name} to {TextOf(argument.Value)}: it must be {expectation}")
                {
                    Suggestion = nearest is null ? null : new(nearest, $"Set {argument.Name} to {nearest}"),
                };
    }

    /// <summary>The expected value, or <see langword="null"/> when the value is in range.</summary>
    /// <param name="nearest">The nearest value in range, where there is one.</param>
    private static string? FindExpectation(AttributeArgument argument, out string? nearest)
    {
        nearest = null;
        if (argument.Value is { Kind: TypedConstantKind.Enum, Type: { } type })
            return EnumNames.Find(type, argument.Value.Value) is null ? $"a member of {type.Name}" : null;
        if (argument.Value.Kind != TypedConstantKind.Primitive || argument.Value.Value is not (int or long or double) || ValueRanges.Find(argument) is not { } range)
            return null;

        // A comparison with NaN is never true.
        var value = Convert.ToDouble(argument.Value.Value, CultureInfo.InvariantCulture);
        if (value >= range.Least && value <= range.Most && !double.IsInfinity(value))
            return null;
        if (value < range.Least && !double.IsInfinity(value))
            nearest = range.Least.ToString(CultureInfo.InvariantCulture);
        else if (value > range.Most)
            nearest = range.Most.ToString(CultureInfo.InvariantCulture);
        return range.Words;
    }

    private static PolicyProblem? FindPeriodProblem(PolicyMark policy) => (policy.Kind, policy.Find(PeriodMs), policy.Find(WindowMs)) switch
    {
        (PolicyKind.Throttle or PolicyKind.RateLimit, null, null) =>
            new(Argument: null, $"limits by [{policy.Kind}] without a period: set {PeriodMs} or {WindowMs}"),
        (PolicyKind.Throttle or PolicyKind.RateLimit, { Value: var period }, { Value: var window }) =>
            new(policy.FindArgument(WindowMs), $"limits by [{policy.Kind}] with two periods: set {PeriodMs} or {WindowMs}, not both")
            {
                Suggestion = Equals(period, window) ? Suggestion.Remove($"Keep {PeriodMs}") : null,
            },
        _ => null,
    };

    private static string TextOf(TypedConstant value) => Convert.ToString(value.Value, CultureInfo.InvariantCulture);
}

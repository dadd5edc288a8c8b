using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>AGT3002: values that a declaration gives and AGNT5 refuses. A value that was not written is not checked.</summary>
internal static class ValueRangeRule
{
    private const string PeriodMs = nameof(PeriodMs);
    private const string WindowMs = nameof(WindowMs);

    public static IEnumerable<ShapeProblem> Find(IMethodSymbol method, KnownSymbols known, CancellationToken cancellationToken)
    {
        foreach (var mark in ComponentMark.Of(method, known))
            foreach (var problem in FindInArguments(mark.Attribute))
                yield return new(
                    RuleIds.ValueOutOfRange, problem.Argument?.Find(cancellationToken) ?? method.Locations[0], ShapeText.Of(method), problem.Text);
        foreach (var problem in PolicyRule.FindInComponent(method, RuleIds.ValueOutOfRange, Find, known, cancellationToken))
            yield return problem;
    }

    /// <summary>The rule for one trigger or policy.</summary>
    public static IEnumerable<PolicyProblem> Find(PolicyMark policy)
    {
        foreach (var problem in FindInArguments(policy.Attribute))
            yield return problem;
        if (FindPeriodProblem(policy) is { } text)
            yield return new(null, text);
    }

    private static IEnumerable<PolicyProblem> FindInArguments(AttributeData attribute)
    {
        foreach (var argument in AttributeArgument.Of(attribute))
            if (FindExpectation(argument) is { } expectation)
                yield return new(argument, $"sets {argument.Name} to {TextOf(argument.Value)}: it must be {expectation}");
    }

    /// <summary>What a value must be, or <see langword="null"/> when it is that.</summary>
    private static string? FindExpectation(AttributeArgument argument) => argument.Value switch
    {
        { Kind: TypedConstantKind.Enum, Type: { } type } => EnumNames.Find(type, argument.Value.Value) is null ? $"a member of {type.Name}" : null,
        { Value: int or long or double } => FindExpectation(argument.Name, Convert.ToDouble(argument.Value.Value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    // A comparison with NaN is never true.
    private static string? FindExpectation(string name, double value) => name switch
    {
        "MaxConcurrency" or "limit" or "windowMs" or PeriodMs or WindowMs or "MaxIntervalMs" or "TtlMs" or "BatchWindowMs" => value >= 1 ? null : "at least 1",
        "InitialIntervalMs" => value >= 0 ? null : "at least 0",
        "Multiplier" => value >= 1 && !double.IsInfinity(value) ? null : "a number of at least 1",
        "maxAttempts" => value is >= 1 and <= 100 ? null : "from 1 to 100",
        _ => null,
    };

    private static string? FindPeriodProblem(PolicyMark policy) => (policy.Kind, policy.Find(PeriodMs), policy.Find(WindowMs)) switch
    {
        (PolicyKind.Throttle or PolicyKind.RateLimit, null, null) => $"limits by [{policy.Kind}] without a period: set {PeriodMs} or {WindowMs}",
        (PolicyKind.Throttle or PolicyKind.RateLimit, not null, not null) => $"limits by [{policy.Kind}] with two periods: set {PeriodMs} or {WindowMs}, not both",
        _ => null,
    };

    private static string TextOf(TypedConstant value) => Convert.ToString(value.Value, CultureInfo.InvariantCulture);
}

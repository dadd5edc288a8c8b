using Microsoft.CodeAnalysis;

namespace Agnt5.Shared;

/// <summary>The range of a number.</summary>
/// <param name="Words">The range in words, for messages.</param>
internal readonly record struct ValueRange(double Least, double Most, string Words);

/// <summary>The ranges of numbers in declarations, by attribute and argument: one name may mean different things in two attributes.</summary>
internal static class ValueRanges
{
    /// <summary>The range of an argument, or <see langword="null"/> when any number is allowed.</summary>
    public static ValueRange? Find(AttributeArgument argument) => (DeclaringClass(argument), argument.Name) switch
    {
        ("ComponentAttribute", "MaxConcurrency") => AtLeast(1),
        ("AgentAttribute", "MaxOutputTokens" or "MaxTurnTokens" or "MaxToolCalls") => AtLeast(1),
        ("AgentAttribute", "MaxHistoryMessages") => AtLeast(2),
        ("AgentAttribute", "MaxIterations") => Between(1, 1000),
        ("AgentAttribute", "Temperature") => Between(0, 2),
        ("RetriesAttribute", "maxAttempts") => Between(1, 100),
        ("RetriesAttribute", "InitialIntervalMs") => AtLeast(0),
        ("RetriesAttribute", "MaxIntervalMs") => AtLeast(1),
        ("RetriesAttribute", "Multiplier") => new(1, double.PositiveInfinity, "a number of at least 1"),
        ("ConcurrencyAttribute", "limit") => AtLeast(1),
        ("ThrottleAttribute" or "RateLimitAttribute", "limit" or "PeriodMs" or "WindowMs") => AtLeast(1),
        ("DebounceAttribute", "windowMs") => AtLeast(1),
        ("IdempotencyAttribute", "TtlMs") => AtLeast(1),
        _ => null,
    };

    private static ValueRange AtLeast(int least) => new(least, double.PositiveInfinity, $"at least {least}");

    private static ValueRange Between(int least, int most) => new(least, most, $"from {least} to {most}");

    /// <summary>The class that has the property, which may be a base of the attribute; a constructor's argument is the attribute's own.</summary>
    private static string? DeclaringClass(AttributeArgument argument)
    {
        for (var type = argument.Attribute.AttributeClass; type is not null; type = type.BaseType)
            if (type.GetMembers(argument.Name).Any(static member => member is IPropertySymbol))
                return type.Name;
        return argument.Attribute.AttributeClass?.Name;
    }
}

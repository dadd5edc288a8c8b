namespace Agnt5.Execution;

/// <summary>The text by which a durable operation is found again in the checkpoint (protocol section 6).</summary>
internal static class DurableKey
{
    private const string ReservedPrefix = "agnt5:";

    /// <summary>The key of a step: its name, or <c>name:key</c>.</summary>
    /// <exception cref="ArgumentException">The name is blank, or the key would begin with the prefix that the SDK keeps for itself.</exception>
    public static string Step(string name, string? key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var composed = key is null ? name : $"{name}:{key}";
        return !IsReserved(composed)
            ? composed
            : throw new ArgumentException($"A step's key must not begin with '{ReservedPrefix}': that prefix is the SDK's own. Rename the step '{composed}'.", nameof(name));
    }

    /// <summary>The key under which the failures of a step are recorded.</summary>
    public static string Failures(string stepKey) => $"{ReservedPrefix}failed:{Escape(stepKey)}";

    public static bool IsReserved(string key) => key.StartsWith(ReservedPrefix, StringComparison.Ordinal);

    private static string Escape(string part) => part.Replace("%", "%25", StringComparison.Ordinal).Replace(":", "%3A", StringComparison.Ordinal);
}

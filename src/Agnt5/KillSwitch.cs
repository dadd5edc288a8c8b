namespace Agnt5;

/// <summary>Decides at each request whether the endpoint answers (protocol section 1).</summary>
internal static class KillSwitch
{
    private const string Variable = "AGNT5_SERVERLESS_ENABLED";

    /// <param name="options">The options.</param>
    /// <param name="hostContext">What the host knows of the request (<see cref="ServerlessRequest.HostContext"/>).</param>
    public static bool IsOn(ServerlessOptions options, object? hostContext) =>
        options.RequestEnabledResolver?.Invoke(hostContext) ?? options.EnabledResolver?.Invoke() ?? options.Enabled ?? !MeansOff(Environment.GetEnvironmentVariable(Variable));

    private static bool MeansOff(string? value)
    {
        if (value is null)
            return false;

        var word = value.AsSpan().Trim();
        return word is "0"
            || word.Equals("false", StringComparison.OrdinalIgnoreCase)
            || word.Equals("no", StringComparison.OrdinalIgnoreCase)
            || word.Equals("off", StringComparison.OrdinalIgnoreCase)
            || word.Equals("disabled", StringComparison.OrdinalIgnoreCase);
    }
}

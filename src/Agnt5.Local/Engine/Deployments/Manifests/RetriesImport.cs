using System.Text.Json;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>Reads <c>flow_control.retries</c>. What is not declared: waits of 1 s, doubling to 60 s.</summary>
internal static class RetriesImport
{
    private const int MostAttempts = 100;
    private const long InitialMs = 1_000;
    private const long LongestMs = 60_000;
    private const double Doubling = 2;

    public static RetryPolicy? Read(ManifestNode flow)
    {
        if (!flow.TryGetObject("retries", out var retries))
            return null;
        var attempts = retries.TryGetRequired("max_attempts", $"it is a number from 1 to {MostAttempts}", out var node) && node.TryGetNumber(1, MostAttempts, out var number) ? number : 1;
        var initial = retries.Number("initial_interval_ms", 0, ManifestLimits.LargestNumber) ?? InitialMs;
        // A first wait that is declared alone is not cut by a default.
        var longest = retries.Number("max_interval_ms", 1, ManifestLimits.LargestNumber) ?? Math.Max(initial, LongestMs);
        return new((int)attempts, initial, longest, ReadBackoff(retries), ReadMultiplier(retries));
    }

    private static BackoffKind ReadBackoff(ManifestNode retries) => retries.OneOf("backoff", "constant", "linear", "exponential") switch
    {
        "constant" => BackoffKind.Constant,
        "linear" => BackoffKind.Linear,
        _ => BackoffKind.Exponential,
    };

    private static double ReadMultiplier(ManifestNode retries)
    {
        if (!retries.TryGet("multiplier", out var node))
            return Doubling;
        if (node.Value.ValueKind != JsonValueKind.Number)
            node.Refuse($"is {ManifestNode.KindOf(node.Value)}, and must be a number");
        else if (!node.Value.TryGetDouble(out var number) || !double.IsFinite(number) || number < 1)
            node.Refuse("must be a number of at least 1");
        else
            return number;
        return Doubling;
    }
}

using System.Security.Cryptography;

namespace Agnt5.Local.Payloads;

/// <summary>The names of payloads: <c>in.{run_id}</c>, <c>out.{run_id}.{random}</c>.</summary>
internal static class PayloadName
{
    private const string InputPrefix = "in.";

    public static string OfInput(string runId) => InputPrefix + runId;

    public static string NewOutput(string runId) => $"out.{runId}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10))}";

    /// <summary>The run whose input a name stands for, or <see langword="null"/> for other names.</summary>
    public static string? RunOfInput(string name) => name.StartsWith(InputPrefix, StringComparison.Ordinal) ? name[InputPrefix.Length..] : null;
}

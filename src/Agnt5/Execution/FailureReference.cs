using System.Security.Cryptography;
using System.Text;

namespace Agnt5.Execution;

/// <summary>Names a failure to those who are not told its text. The log has the name beside the exception.</summary>
internal static class FailureReference
{
    private const int Length = 12;

    /// <summary>The reference of what failed under a key of a run. It is the same on every replay.</summary>
    /// <param name="runId">The run's id, or <see langword="null"/> when the request names none and each slice makes one up.</param>
    /// <param name="key">The key of the record, or of what else failed.</param>
    public static string Of(string? runId, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{runId}\n{key}")))[..Length];
}

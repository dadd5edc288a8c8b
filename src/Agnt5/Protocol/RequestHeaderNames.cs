namespace Agnt5.Protocol;

/// <summary>The headers that a request is asked for (protocol section 3). A host that pays for each header hands over these alone.</summary>
internal static class RequestHeaderNames
{
    public const string SignatureVersion = "X-AGNT5-Signature-Version";
    public const string Timestamp = "X-AGNT5-Timestamp";
    public const string AttemptId = "X-AGNT5-Attempt-ID";
    public const string Signature = "X-AGNT5-Signature";
    public const string RunId = "X-AGNT5-Run-ID";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [SignatureVersion, Timestamp, AttemptId, Signature, RunId];
}

using System.Net.Http;
using Agnt5.Protocol;

namespace Agnt5.Payloads;

/// <summary>Where a large output goes (protocol section 7).</summary>
/// <param name="Url">A signed URL, which is a secret.</param>
/// <param name="Ref">What the caller calls the object.</param>
internal sealed record OutputUpload(Uri Url, string Ref)
{
    /// <summary>The one content type that outputs have.</summary>
    public const string ContentType = "application/json";

    private const long DefaultMaxBytes = 64 * 1024 * 1024;

    /// <summary>The length up to which an output stays inline, or <see langword="null"/> when every output does.</summary>
    public static long? Threshold(ReadOnlyMemory<byte> json)
    {
        using var members = new RefMembers(json);
        return members.IsObject ? members.Count("threshold_bytes") : null;
    }

    /// <summary>Reads an <c>output_upload</c> for an output that is over its threshold, with all checks in the protocol's order.</summary>
    public static (OutputUpload? Upload, Failure? Error) Read(ReadOnlyMemory<byte> json, long size, DateTimeOffset now)
    {
        using var members = new RefMembers(json);
        if (!members.HasSupportedKind)
            return Invalid("its kind is not supported");
        if (!members.HasMethod(HttpMethod.Put.Method))
            return Invalid("its method is not PUT");
        if (members.Url() is not { } url)
            return Invalid("its url is not an absolute http or https URL without credentials");
        if (members.Text("ref") is not { } name || string.IsNullOrWhiteSpace(name))
            return Invalid("its ref is blank");
        if (members.IsExpired(now))
            return Refuse(410, ErrorCodes.OutputRefExpired, "it has expired");
        if (!members.HasValidExpiry)
            return Invalid("its expires_at_ms is not a positive whole number");
        if (members.Has("max_bytes") && members.Count("max_bytes") is null)
            return Invalid("its max_bytes is not a whole number from 0");
        if (members.Has("content_type") && members.Text("content_type") != ContentType)
            return Invalid($"its content_type is not {ContentType}");

        var limit = members.Count("max_bytes") ?? DefaultMaxBytes;
        return size <= limit
            ? (new OutputUpload(url, name), null)
            : Refuse(413, ErrorCodes.PayloadTooLarge, $"the output has {size} bytes, and its max_bytes is {limit}");
    }

    private static (OutputUpload?, Failure?) Invalid(string reason) => Refuse(400, ErrorCodes.OutputRefInvalid, reason);

    private static (OutputUpload?, Failure?) Refuse(int status, string code, string reason) =>
        (null, new Failure(status, code, $"The output_upload cannot be used: {reason}."));
}

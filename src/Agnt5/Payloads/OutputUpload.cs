using System.Net.Http;
using Agnt5.Protocol;

namespace Agnt5.Payloads;

/// <summary>The place to store a large output (protocol section 7).</summary>
/// <param name="Url">A signed URL, which is a secret.</param>
/// <param name="Ref">The caller's name for the object.</param>
/// <param name="ContentType">The content type to send: JSON, exactly as the caller wrote it, because a signed URL may cover it.</param>
internal sealed record OutputUpload(Uri Url, string Ref, string ContentType)
{
    private const string DefaultContentType = "application/json";

    private const long DefaultMaxBytes = 64 * 1024 * 1024;

    /// <summary>Without the URL: it must not get into a log.</summary>
    public override string ToString() => $"an output {Ref}";

    /// <summary>The length up to which an output stays inline, or <see langword="null"/> when every output does.</summary>
    public static long? Threshold(ReadOnlyMemory<byte> json)
    {
        var members = new RefMembers(json);
        return members.IsObject ? members.Count("threshold_bytes"u8) : null;
    }

    /// <summary>Reads an <c>output_upload</c> for an output that is over its threshold, with all checks in the protocol's order.</summary>
    public static Result<OutputUpload> Read(ReadOnlyMemory<byte> json, long size, DateTimeOffset now)
    {
        var members = new RefMembers(json);
        if (!members.HasSupportedKind)
            return Invalid("its kind is not supported");
        if (!members.HasMethod(HttpMethod.Put.Method))
            return Invalid("its method is not PUT");
        if (members.Url() is not { } url)
            return Invalid("its url is not an absolute http or https URL");
        if (members.Text("ref"u8)?.Trim() is not { Length: > 0 } name)
            return Invalid("its ref is blank");
        if (members.IsExpired(now))
            return Refuse(410, ErrorCodes.OutputRefExpired, $"it has expired{members.ExpiryHint(now)}");
        if (!members.HasValidExpiry)
            return Invalid("its expires_at_ms is not a positive whole number");
        if (members.Has("max_bytes"u8) && members.Count("max_bytes"u8) is null)
            return Invalid("its max_bytes is not a whole number from 0");
        if (ContentTypeOf(members) is not { } contentType)
            return Invalid($"its content_type is not {DefaultContentType}");

        var limit = members.Count("max_bytes"u8) ?? DefaultMaxBytes;
        return size <= limit
            ? new OutputUpload(url, name, contentType)
            : Refuse(413, ErrorCodes.PayloadTooLarge, $"the output has {size} bytes, and its max_bytes is {limit}");
    }

    /// <summary>The content type to send, including parameters, or <see langword="null"/> when it is not the one of JSON.</summary>
    private static string? ContentTypeOf(RefMembers members)
    {
        if (!members.Has("content_type"u8))
            return DefaultContentType;
        if (members.Text("content_type"u8)?.Trim() is not { } given || given.Any(char.IsControl))
            return null;
        if (given.Length == 0)
            return DefaultContentType;

        var mediaType = given.AsSpan(0, given.IndexOf(';') is >= 0 and var end ? end : given.Length);
        return mediaType.Equals(DefaultContentType, StringComparison.OrdinalIgnoreCase) ? given : null;
    }

    private static Failure Invalid(string reason) => Refuse(400, ErrorCodes.OutputRefInvalid, reason);

    private static Failure Refuse(int status, string code, string reason) =>
        new(status, code, $"The output_upload cannot be used: {reason}.");
}

using System.Net.Http;
using Agnt5.Protocol;

namespace Agnt5.Payloads;

/// <summary>The reference to a stored input: its place, length and hash (protocol section 7).</summary>
/// <param name="Url">A signed URL, which is a secret.</param>
/// <param name="Size">The document's length in bytes.</param>
/// <param name="Sha256">The document's hash.</param>
internal sealed record InputRef(Uri Url, long Size, byte[] Sha256)
{
    /// <summary>Without the URL: it must not get into a log.</summary>
    public override string ToString() => $"an input of {Size} bytes";

    private const long LargestInput = 64 * 1024 * 1024;

    /// <summary>Reads an <c>input_ref</c>, with the checks that need no fetch, in the protocol's order.</summary>
    public static Result<InputRef> Read(ReadOnlyMemory<byte> json, bool hasInput, DateTimeOffset now)
    {
        if (hasInput)
            return Invalid("input and input_ref are both given");

        var members = new RefMembers(json);
        if (!members.IsObject)
            return Invalid("it is not an object");
        if (!members.HasSupportedKind)
            return Refuse(400, ErrorCodes.InputRefUnsupported, "its kind is not supported");
        if (!members.HasMethod(HttpMethod.Get.Method))
            return Refuse(400, ErrorCodes.InputRefUnsupported, "its method is not GET");
        if (members.Url() is not { } url)
            return Invalid("its url is not an absolute http or https URL");
        if (members.Count("size_bytes"u8) is not { } size)
            return Invalid("its size_bytes is not a whole number from 0");
        if (size > LargestInput)
            return Refuse(413, ErrorCodes.InputRefTooLarge, $"its size_bytes is over {LargestInput}");
        if (Hash(members.Text("sha256"u8)) is not { } hash)
            return Invalid("its sha256 is not 64 hexadecimal digits");
        if (!members.HasValidExpiry)
            return Invalid("its expires_at_ms is not a positive whole number");
        if (members.IsExpired(now))
            return Refuse(410, ErrorCodes.InputRefExpired, $"it has expired{members.ExpiryHint(now)}");
        return new InputRef(url, size, hash);
    }

    private static byte[]? Hash(string? text) =>
        text is { Length: 64 } && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;

    private static Failure Invalid(string reason) => Refuse(400, ErrorCodes.InputRefInvalid, reason);

    private static Failure Refuse(int status, string code, string reason) =>
        new(status, code, $"The input_ref cannot be used: {reason}.");
}

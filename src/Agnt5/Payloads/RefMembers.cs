using System.Buffers.Text;
using System.Text.Json;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>
/// The members of an <c>input_ref</c> or <c>output_upload</c> (protocol section 7). A member that is <c>null</c> counts as absent, except a time; so do an empty
/// kind and an empty method. Of several members with the same name the last counts.
/// </summary>
internal sealed class RefMembers(ReadOnlyMemory<byte> json)
{
    private const string SignedUrlKind = "agnt5.object_store.signed_url.v1";

    private readonly JsonPart _root = JsonTree.Parse(json).Root;

    public bool IsObject => _root.ValueKind == JsonValueKind.Object;

    public bool HasSupportedKind => !Has("kind"u8) || Text("kind"u8) is "" or SignedUrlKind;

    public bool HasMethod(string method) =>
        !Has("method"u8) || (Text("method"u8) is { } text && (text.Length == 0 || text.AsSpan().Trim().Equals(method, StringComparison.OrdinalIgnoreCase)));

    public bool Has(ReadOnlySpan<byte> name) => Find(name) is not null;

    /// <summary>A text, or <see langword="null"/> when the member is absent or something else.</summary>
    public string? Text(ReadOnlySpan<byte> name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.String } value)
            return null;

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as an escape.
            return null;
        }
    }

    /// <summary>A whole number that is not negative, or <see langword="null"/> when the member is absent or something else.</summary>
    public long? Count(ReadOnlySpan<byte> name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && Utf8Parser.TryParse(value.Raw, out double number, out _) && WholeNumber.From(number) is >= 0 and var count
            ? count
            : null;

    /// <summary>The member <c>url</c> where it is an absolute http or https URL. It is requested exactly as written, because its signature covers the spelling.</summary>
    public Uri? Url()
    {
        var text = Text("url"u8)?.Trim() ?? "";
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = CanStandInARequestLine(text) };
        return Uri.TryCreate(text, options, out var url) && url.Scheme is "http" or "https" ? url : null;
    }

    // Visible ASCII only, with a path, and without a fragment, which is not sent.
    private static bool CanStandInARequestLine(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal) + 3;
        return authority >= 3
            && url.AsSpan(authority).IndexOfAny('/', '?', '#') is >= 0 and var end
            && url[authority + end] == '/'
            && !url.AsSpan().ContainsAnyExceptInRange('!', '~')
            && !url.Contains('#', StringComparison.Ordinal);
    }

    /// <summary>Whether <c>expires_at_ms</c> is absent or a time.</summary>
    public bool HasValidExpiry => Given("expires_at_ms"u8) is null || Count("expires_at_ms"u8) > 0;

    /// <summary>Says of an expiry that has passed when it seems to be given in another unit.</summary>
    public string ExpiryHint(DateTimeOffset now) => Count("expires_at_ms"u8) is { } expiry && TimeUnitGuess.Of(expiry, now) is { } unit
        ? $": its expires_at_ms looks like {unit}, and must be milliseconds"
        : "";

    public bool IsExpired(DateTimeOffset now) => Count("expires_at_ms"u8) is > 0 and var expiry && expiry <= now.ToUnixTimeMilliseconds();

    private JsonPart? Find(ReadOnlySpan<byte> name) => Given(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private JsonPart? Given(ReadOnlySpan<byte> name) => _root.TryGetProperty(name, out var value) ? value : null;
}

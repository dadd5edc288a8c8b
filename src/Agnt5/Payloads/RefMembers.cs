using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>
/// The members of an <c>input_ref</c> or <c>output_upload</c> (protocol section 7). A member that is <c>null</c> counts as absent, except a time; so do an empty
/// kind and an empty method. Of several members with the same name the last counts.
/// </summary>
internal sealed class RefMembers : IDisposable
{
    private const string SignedUrlKind = "agnt5.object_store.signed_url.v1";

    private readonly JsonDocument _document;

    public RefMembers(ReadOnlyMemory<byte> json) =>
        _document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonWriterCache.UntypedDepth });

    public bool IsObject => _document.RootElement.ValueKind == JsonValueKind.Object;

    public bool HasSupportedKind => !Has("kind") || Text("kind") is "" or SignedUrlKind;

    public bool HasMethod(string method) =>
        !Has("method") || (Text("method") is { } text && (text.Length == 0 || text.AsSpan().Trim().Equals(method, StringComparison.OrdinalIgnoreCase)));

    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text, or <see langword="null"/> when the member is absent or something else.</summary>
    public string? Text(string name)
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
    public long? Count(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && WholeNumber.From(number) is >= 0 and var count
            ? count
            : null;

    /// <summary>The member <c>url</c> where it is an absolute http or https URL. It is requested exactly as written, because its signature covers the spelling.</summary>
    public Uri? Url()
    {
        var text = Text("url")?.Trim() ?? "";
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
    public bool HasValidExpiry => Given("expires_at_ms") is null || Count("expires_at_ms") > 0;

    public bool IsExpired(DateTimeOffset now) => Count("expires_at_ms") is > 0 and var expiry && expiry <= now.ToUnixTimeMilliseconds();

    public void Dispose() => _document.Dispose();

    private JsonElement? Find(string name) => Given(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private JsonElement? Given(string name)
    {
        try
        {
            return _document.RootElement.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as an escape in another member's name.
            return null;
        }
    }
}

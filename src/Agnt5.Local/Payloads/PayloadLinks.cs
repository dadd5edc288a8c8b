using System.Globalization;
using System.Security.Cryptography;

namespace Agnt5.Local.Payloads;

/// <summary>Gives endpoints the signed URLs for large payloads.</summary>
/// <param name="settings">The settings.</param>
/// <param name="signature">Signs the URLs.</param>
/// <param name="uploads">The uploads that slices may make.</param>
internal sealed class PayloadLinks(PayloadSettings settings, PayloadSignature signature, OpenUploads uploads)
{
    /// <summary>The link to an input that is too large for the invoke, or <see langword="null"/> for one that is not.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="input">Its input.</param>
    /// <param name="untilMs">Until when the link works, Unix ms.</param>
    public InputLink? ForInput(string runId, ReadOnlyMemory<byte> input, long untilMs)
    {
        if (input.Length <= settings.InputThresholdBytes)
            return null;

        var url = Url("GET", PayloadName.OfInput(runId), untilMs, maxBytes: 0);
        return new InputLink(url, input.Length, Convert.ToHexStringLower(SHA256.HashData(input.Span)), untilMs);
    }

    /// <summary>Opens an upload for one slice. Each slice that is sent has its own, so that a late upload of a lost one meets no other.</summary>
    public UploadLink OpenUpload(string runId, long untilMs)
    {
        var name = PayloadName.NewOutput(runId);
        uploads.Open(name);
        return new UploadLink(Url("PUT", name, untilMs, settings.MaxOutputBytes), name, settings.OutputThresholdBytes, settings.MaxOutputBytes, untilMs);
    }

    /// <inheritdoc cref="OpenUploads.Close"/>
    public void Close(string name, bool keeps) => uploads.Close(name, keeps);

    private string Url(string method, string name, long expiresAtMs, long maxBytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"{settings.BaseUrl.GetLeftPart(UriPartial.Authority)}{PayloadRoutes.Prefix}/{name}?expires={expiresAtMs}&max={maxBytes}&signature={signature.Sign(method, name, expiresAtMs, maxBytes)}");
}

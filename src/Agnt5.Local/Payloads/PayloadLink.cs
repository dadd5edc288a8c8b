namespace Agnt5.Local.Payloads;

/// <summary>Where an endpoint fetches an input that is too large for the invoke (protocol section 7, <c>input_ref</c>).</summary>
/// <param name="Url">The signed URL. It is a secret.</param>
/// <param name="SizeBytes">The input's length.</param>
/// <param name="Sha256">Its hash in lower-case hex.</param>
/// <param name="ExpiresAtMs">Until when the URL works, Unix ms.</param>
internal sealed record InputLink(string Url, long SizeBytes, string Sha256, long ExpiresAtMs)
{
    /// <summary>Without the URL: it must not get into a log.</summary>
    public override string ToString() => $"an input of {SizeBytes} bytes";
}

/// <summary>Where an endpoint stores an output that is too large for the answer (protocol section 7, <c>output_upload</c>).</summary>
/// <param name="Url">The signed URL. It is a secret.</param>
/// <param name="Ref">The payload's name.</param>
/// <param name="ThresholdBytes">Outputs up to this length stay in the answer.</param>
/// <param name="MaxBytes">The longest output that is taken.</param>
/// <param name="ExpiresAtMs">Until when the URL works, Unix ms.</param>
internal sealed record UploadLink(string Url, string Ref, long ThresholdBytes, long MaxBytes, long ExpiresAtMs)
{
    /// <summary>Without the URL: it must not get into a log.</summary>
    public override string ToString() => $"an output {Ref} of up to {MaxBytes} bytes";
}

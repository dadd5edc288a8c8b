namespace Agnt5.Protocol;

/// <summary>What a response says of an output that was stored elsewhere (protocol section 7).</summary>
/// <param name="Ref">What the caller calls the object.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its hash, as lower-case hexadecimal digits.</param>
/// <param name="ContentType">Its content type.</param>
internal sealed record OutputRef(string Ref, long Size, string Sha256, string ContentType);

namespace Agnt5.Protocol;

/// <summary>The reference in a response to an output that was stored elsewhere (protocol section 7).</summary>
/// <param name="Ref">The caller's name for the object.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its hash, as lower-case hexadecimal digits.</param>
/// <param name="ContentType">Its content type.</param>
internal sealed record OutputRef(string Ref, long Size, string Sha256, string ContentType);

namespace Agnt5.Primitives;

/// <summary>A hash could not be computed. This says nothing about the content (protocol section 7).</summary>
internal sealed class ChecksumException(Exception cause) : Exception("the SHA-256 could not be computed; the endpoint's log has the reason", cause);

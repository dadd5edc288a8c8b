namespace Agnt5.Protocol;

/// <summary>Computes an HMAC-SHA256. A host gives one where the framework's own is slow: in WebAssembly it is managed code that an interpreter runs.</summary>
/// <param name="key">The key. It is wiped after the call.</param>
/// <param name="message">What the MAC covers.</param>
/// <param name="mac">Where the 32 bytes of the MAC go.</param>
internal delegate void MacFunction(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> mac);

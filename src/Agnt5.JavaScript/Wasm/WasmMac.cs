using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Agnt5.JavaScript.Wasm;

/// <summary>The HMAC-SHA256 of the host's <c>node:crypto</c>. The framework's own is managed code here, which the interpreter runs.</summary>
[SupportedOSPlatform("browser")]
internal static partial class WasmMac
{
    private const string Module = "agnt5";

    /// <summary>Whether the host has one.</summary>
    [JSImport("hasMac", Module)]
    internal static partial bool IsThere();

    /// <summary>Computes a MAC, where <see cref="IsThere"/>.</summary>
    internal static unsafe void Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> mac)
    {
        // Addresses cross over more cheaply than views, and nothing moves while JavaScript reads and writes.
        fixed (byte* keyStart = key, messageStart = message, macStart = mac)
            ComputeImport((int)keyStart, key.Length, (int)messageStart, message.Length, (int)macStart);
    }

    [JSImport("mac", Module)]
    private static partial void ComputeImport(int key, int keyLength, int message, int messageLength, int mac);
}

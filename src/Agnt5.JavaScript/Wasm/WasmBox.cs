using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Agnt5.JavaScript.Bridge;

namespace Agnt5.JavaScript.Wasm;

/// <summary>
/// A place in memory where JavaScript puts a request before it begins it: first its head as UTF-8, then its body. Texts and arrays that cross over one by one cost several times as much.
/// The place is used again for the next request, so it is read at once.
/// </summary>
[SupportedOSPlatform("browser")]
internal static unsafe class WasmBox
{
    private static byte* s_start;

    /// <summary>Makes the box so large.</summary>
    /// <returns>Its address.</returns>
    public static int Resize(int bytes)
    {
        s_start = (byte*)NativeMemory.Realloc(s_start, (nuint)bytes);
        return (int)s_start;
    }

    /// <summary>Reads the head of a request.</summary>
    /// <param name="route">Which of the protocol's routes it is (<see cref="WasmRoute"/>).</param>
    /// <param name="length">The bytes of its head: method and path where it is none of the routes, and then the values of <see cref="PickedHeaders.Names"/>, each with a line break behind it.</param>
    /// <param name="context">The number of its context.</param>
    /// <param name="contentLength">The declared length of its body, or -1.</param>
    public static RequestHead ReadHead(WasmRoute route, int length, int context, double contentLength)
    {
        var rest = new ReadOnlySpan<byte>(s_start, length);
        var (method, path) = route switch
        {
            WasmRoute.Invoke => ("POST", ServerlessEndpoint.InvokePath),
            WasmRoute.Manifest => ("GET", ServerlessEndpoint.ManifestPath),
            _ => (TakeLine(ref rest), TakeLine(ref rest)),
        };
        var values = new string[PickedHeaders.Names.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = TakeLine(ref rest);
        return new RequestHead(method, path, new PickedHeaders(values), context, contentLength < 0 ? null : (long)contentLength);
    }

    /// <summary>Copies the body out, which stands behind the head.</summary>
    public static byte[] ReadBody(int headLength, int length) => new ReadOnlySpan<byte>(s_start + headLength, length).ToArray();

    private static string TakeLine(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = rest[..end];
        rest = rest[(end + 1)..];
        return line.IsEmpty ? "" : Encoding.UTF8.GetString(line);
    }
}

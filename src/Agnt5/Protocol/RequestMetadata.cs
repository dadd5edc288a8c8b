using System.Collections.ObjectModel;
using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Protocol;

/// <summary>
/// The metadata of a request, read when it is first asked for: most runs never ask. Its bytes are a copy, because code may ask when the request's memory serves another request.
/// </summary>
internal sealed class RequestMetadata
{
    private readonly byte[] _json = [];
    private IReadOnlyDictionary<string, string>? _values;

    /// <summary>Metadata that is read already.</summary>
    public RequestMetadata(IReadOnlyDictionary<string, string> values) => _values = values;

    /// <param name="json">A JSON object whose syntax was checked.</param>
    /// <exception cref="InvalidOperationException">A text is not valid Unicode.</exception>
    public RequestMetadata(ReadOnlySpan<byte> json)
    {
        _json = json.ToArray();
        // The request with a broken escape is refused, so escapes are decoded while it can be.
        if (json.Contains((byte)'\\'))
            _values = Read();
    }

    /// <summary>No metadata.</summary>
    public static RequestMetadata None { get; } = new(ReadOnlyDictionary<string, string>.Empty);

    public IReadOnlyDictionary<string, string> Values => _values ??= Read();

    private IReadOnlyDictionary<string, string> Read()
    {
        var reader = new Utf8JsonReader(_json, JsonDepth.Checked);
        return EnvelopeValues.Metadata(ref reader, _json) ?? None.Values;
    }
}

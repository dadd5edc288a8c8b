using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Agnt5.Json;
using Agnt5.Primitives;

namespace Agnt5.Payloads;

/// <summary>Checks whether a document that arrives in pieces is JSON in UTF-8. It keeps only the token that is not complete yet.</summary>
/// <param name="depth">How deep the document may nest.</param>
/// <param name="size">The document's length in bytes.</param>
internal sealed class JsonCheck(JsonDepth depth, long size) : IDisposable
{
    private JsonReaderState _state = new(depth.Reading);
    private long _workLeft = depth.MostWork(size);
    private byte[] _rest = [];
    private int _restLength;
    private int _nextAttempt;

    /// <summary>Why the document is not JSON, or <see langword="null"/> while no problem was found.</summary>
    public string? Problem { get; private set; }

    /// <summary>The document's first token.</summary>
    public JsonTokenType Root { get; private set; }

    /// <summary>Whether there was a number that a <see cref="float"/> cannot hold, or a text or name that reads as such a number.</summary>
    public bool HoldsLargeNumber { get; private set; }

    public void Add(ReadOnlySpan<byte> piece)
    {
        if (Problem is not null)
            return;

        if (_restLength == 0)
        {
            Keep(piece[Scan(piece, isLast: false)..]);
            return;
        }

        Append(piece);
        if (_restLength < _nextAttempt)
            return;

        var scanned = Scan(_rest.AsSpan(0, _restLength), isLast: false);
        Keep(_rest.AsSpan(scanned, _restLength - scanned));
    }

    public void Complete()
    {
        if (Problem is null)
            Scan(_rest.AsSpan(0, _restLength), isLast: true);
    }

    public void Dispose()
    {
        var rest = Interlocked.Exchange(ref _rest, []);
        _restLength = 0;
        if (rest.Length > 0)
            ArrayPool<byte>.Shared.Return(rest);
    }

    /// <summary>Reads all complete tokens, and returns their length in bytes.</summary>
    private int Scan(ReadOnlySpan<byte> json, bool isLast)
    {
        var reader = new Utf8JsonReader(json, isLast, _state);
        try
        {
            while (reader.Read())
            {
                _workLeft -= reader.CurrentDepth;
                if (Root == JsonTokenType.None)
                    Root = reader.TokenType;
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !Utf8.IsValid(reader.ValueSpan))
                    Problem ??= "it holds text that is not UTF-8";
                HoldsLargeNumber |= reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number && NumberRange.IsLarge(reader.ValueSpan);
            }
        }
        catch (JsonException exception)
        {
            Problem ??= $"it {depth.Describe(reader, json, exception)}";
            return json.Length;
        }

        if (_workLeft < 0)
            Problem ??= $"it {JsonDepth.TooCostly}";

        _state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        Reserve(_restLength + piece.Length);
        piece.CopyTo(_rest.AsSpan(_restLength));
        _restLength += piece.Length;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        Reserve(rest.Length);
        rest.CopyTo(_rest);
        _restLength = rest.Length;

        // A long text is scanned again when it has doubled. Scanning it with every piece would cost the square of its length.
        _nextAttempt = 2 * rest.Length;
    }

    private void Reserve(int length)
    {
        if (length <= _rest.Length)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(length, 2 * _rest.Length));
        _rest.AsSpan(0, _restLength).CopyTo(larger);
        if (_rest.Length > 0)
            ArrayPool<byte>.Shared.Return(_rest);
        _rest = larger;
    }
}

namespace Agnt5.Client.Wire;

/// <summary>Reads lines of bytes that end with LF, CR or both, and not more than a number of bytes for one.</summary>
internal sealed class LineReader(Stream stream, int maxBytes)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private bool _afterReturn;
    private bool _isBegun;

    /// <summary>Reads a line, which stays valid until the next is read; or returns <see langword="null"/> at the end. What has no line end behind it is not returned.</summary>
    /// <exception cref="AnswerTooLargeException">A line is longer.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var seen = 0;
        while (true)
        {
            if (Line(ref seen) is { } line)
                return line;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return null;
        }
    }

    private ReadOnlyMemory<byte>? Line(ref int seen)
    {
        if (_afterReturn && _start < _end)
        {
            if (_buffer[_start] == '\n')
                _start++;
            _afterReturn = false;
        }

        var end = _buffer.AsSpan(_start + seen, Math.Max(0, _end - _start - seen)).IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0)
        {
            seen = _end - _start;
            return null;
        }

        var line = _buffer.AsMemory(_start, seen + end);
        _afterReturn = _buffer[_start + seen + end] == '\r';
        _start += seen + end + 1;
        if (!_isBegun && line.Span.StartsWith(Mark))
            line = line[Mark.Length..];
        _isBegun = true;
        return line;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end > maxBytes)
            throw new AnswerTooLargeException();
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}

using System.Runtime.CompilerServices;
using System.Text;

namespace Agnt5.Client.Wire;

/// <summary>One event of a stream.</summary>
/// <param name="Type">Its type; <c>message</c> where it names none.</param>
/// <param name="Data">Its data as UTF-8.</param>
internal readonly record struct SentEvent(string Type, ReadOnlyMemory<byte> Data);

/// <summary>
/// Reads a stream of server-sent events. The framework's parser is no choice: it keeps a line of any length in memory, so a gateway that never ends one would fill it.
/// </summary>
internal static class ServerSentEvents
{
    /// <param name="stream">The stream.</param>
    /// <param name="maxBytes">The largest event, with all of its lines.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AnswerTooLargeException">An event is larger.</exception>
    public static async IAsyncEnumerable<SentEvent> ReadAsync(Stream stream, int maxBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new LineReader(stream, maxBytes);
        var data = new MemoryStream();
        var type = "";
        var hasData = false;
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0)
            {
                if (hasData)
                    yield return new(type.Length > 0 ? type : "message", data.ToArray());
                data.SetLength(0);
                (type, hasData) = ("", false);
                continue;
            }

            var (field, value) = Split(line.Span);
            if (field == Field.Event)
                type = Encoding.UTF8.GetString(line.Span[value..]);
            if (field != Field.Data)
                continue;
            if (data.Length + line.Length > maxBytes)
                throw new AnswerTooLargeException();
            if (hasData)
                data.WriteByte((byte)'\n');
            data.Write(line.Span[value..]);
            hasData = true;
        }

        // An event without an empty line behind it is not whole.
    }

    // The name of a field ends at a colon; one space behind that is not part of the value. A line that begins with a colon is a comment.
    private static (Field Field, int Value) Split(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? line.Length : colon + 1;
        if (value < line.Length && line[value] == ' ')
            value++;
        return (name.SequenceEqual("data"u8) ? Field.Data : name.SequenceEqual("event"u8) ? Field.Event : Field.Other, value);
    }

    private enum Field
    {
        Other,
        Event,
        Data,
    }
}

using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace Agnt5.JavaScript.Bridge;

/// <summary>Headers as one text, which crosses over in one piece: <c>name\nvalue\nname\nvalue\n</c>.</summary>
internal static class HeaderLines
{
    /// <summary>The values of a header, joined with commas in their order (RFC 9110, section 5.3), or <see langword="null"/>.</summary>
    public static string? Find(string lines, string name)
    {
        string? found = null;
        for (var rest = lines.AsSpan(); TryTake(ref rest, out var key, out var value);)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                found = found is null ? value.ToString() : $"{found},{value}";
        }

        return found;
    }

    /// <summary>Writes the headers of a message.</summary>
    /// <exception cref="HttpRequestException">A value has a line break, which would pass for another header.</exception>
    public static void Write(StringBuilder lines, HttpHeaders headers)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            var value = values.ToString();
            if (value.AsSpan().ContainsAny('\r', '\n', '\0'))
                throw new HttpRequestException($"The header {name} has a line break: take it out.");
            lines.Append(name).Append('\n').Append(value).Append('\n');
        }
    }

    /// <summary>Reads headers into a response.</summary>
    public static void Read(string lines, HttpResponseMessage response)
    {
        for (var rest = lines.AsSpan(); TryTake(ref rest, out var key, out var value);)
        {
            var (name, text) = (key.ToString(), value.ToString());
            if (!response.Headers.TryAddWithoutValidation(name, text))
                response.Content.Headers.TryAddWithoutValidation(name, text);
        }
    }

    private static bool TryTake(ref ReadOnlySpan<char> lines, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = TakeLine(ref lines);
        value = TakeLine(ref lines);
        return !name.IsEmpty;
    }

    private static ReadOnlySpan<char> TakeLine(ref ReadOnlySpan<char> lines)
    {
        var end = lines.IndexOf('\n');
        var line = end < 0 ? lines : lines[..end];
        lines = end < 0 ? default : lines[(end + 1)..];
        return line;
    }
}

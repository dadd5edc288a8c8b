using System.Text;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp;

/// <summary>Gives a large text as a link to a resource, and as much of it as a model needs to know what it is.</summary>
/// <param name="maxInlineBytes">The most bytes of a text that goes into the answer, or <see langword="null"/> when each goes there.</param>
internal sealed class ResultLinks(long? maxInlineBytes)
{
    private const int LongestBeginning = 2000;

    /// <summary>Keeps the result if it is a large text. Structured content stays where it is, because clients check it against the tool's schema.</summary>
    /// <param name="whole">The answer with the whole result.</param>
    /// <param name="result">The result.</param>
    /// <param name="tool">The name by which clients know the tool.</param>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Fires when the client leaves.</param>
    public async ValueTask<CallToolResult> ShortenAsync(CallToolResult whole, ToolResult result, string tool, ResultClient client, CancellationToken cancellationToken)
    {
        if (client.Results is not { } results || whole is not { IsError: not true, StructuredContent: null, Content: [TextContentBlock { Text: var text }] })
            return whole;
        if (!(Encoding.UTF8.GetByteCount(text) > maxInlineBytes))
            return whole;

        var large = new LargeResult(ResultUri.New(isJson: result.Contents is null && result.Json.Span[0] != (byte)'"'), tool, Encoding.UTF8.GetBytes(text));
        if (!await results.KeepAsync(large, cancellationToken).ConfigureAwait(false))
            return whole;

        var told = FormattableString.Invariant($"The result of {tool} has {large.Text.Length} bytes, which is too long for this answer. All of it is the resource {large.Uri}. It begins:");
        var beginning = new TextContentBlock { Text = $"{told}\n\n{Beginning(text)}" };
        return new CallToolResult { Content = client.ReadsLinks ? [beginning, LinkTo(large)] : [beginning] };
    }

    private string Beginning(string text)
    {
        var length = (int)Math.Min(Math.Min(LongestBeginning, maxInlineBytes ?? LongestBeginning), text.Length);
        // Half a character is none.
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    private static ResourceLinkBlock LinkTo(LargeResult large) =>
        new() { Uri = large.Uri, Name = large.Tool, MimeType = ResultUri.MimeTypeOf(large.Uri), Size = large.Text.Length };
}

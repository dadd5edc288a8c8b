using System.Globalization;

namespace Agnt5.Lambda.Events;

/// <summary>An answer in HTTP's terms.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body, which is JSON.</param>
/// <param name="RetryAfter">When the caller may come again.</param>
internal readonly record struct HttpAnswer(int Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter = null)
{
    public static HttpAnswer Of(ServerlessResponse response) => new(response.StatusCode, response.Body, response.RetryAfter);

    /// <summary>Status and headers, as the beginning of a JSON object that is not closed yet.</summary>
    /// <param name="hasLists">Whether each header is a list.</param>
    public string Head(bool hasLists)
    {
        var (name, begin, end) = hasLists ? ("multiValueHeaders", "[\"", "\"]") : ("headers", "\"", "\"");
        var retry = RetryAfter is { } time ? string.Create(CultureInfo.InvariantCulture, $",\"retry-after\":{begin}{Math.Ceiling(time.TotalSeconds)}{end}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{{\"statusCode\":{Status},\"{name}\":{{\"content-type\":{begin}{ServerlessResponse.ContentType}{end}{retry}}}");
    }
}

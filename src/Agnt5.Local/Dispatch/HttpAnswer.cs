using System.Net.Http;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>Reads a response with status 200.</summary>
internal static class HttpAnswer
{
    public static InvokeResult Read(HttpResponseMessage response, ReadOnlyMemory<byte> body, long nowMs)
    {
        var result = AnswerReader.Read(body, nowMs);
        return result is InvokeLost lost && Foreign(response) is { } type
            ? lost with { Message = $"{lost.Message} It came as {type}: something other than the endpoint may have answered." }
            : result;
    }

    /// <summary>The content type of a response that does not claim to be JSON, or <see langword="null"/>.</summary>
    public static string? Foreign(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && !type.Contains("json", StringComparison.OrdinalIgnoreCase) ? CallerText.Shorten(type) : null;
}

using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Agnt5.Lambda.Tests.Emulation;

/// <summary>What a function made of an event: an answer, or an error.</summary>
/// <param name="Payload">The answer's bytes.</param>
/// <param name="IsStreamed">Whether it came as a stream.</param>
/// <param name="ContentType">The content type of the bytes.</param>
/// <param name="Failure">The error, if it is one.</param>
internal sealed record FunctionAnswer(byte[] Payload, bool IsStreamed, string? ContentType, FunctionFailure? Failure = null)
{
    private const string Streamed = "application/vnd.awslambda.http-integration-response";

    public static async Task<FunctionAnswer> ReadAsync(HttpRequest request)
    {
        using var payload = new MemoryStream();
        await request.Body.CopyToAsync(payload);
        var isStreamed = request.Headers["Lambda-Runtime-Function-Response-Mode"] == "streaming";
        if (isStreamed)
            Assert.Equal("chunked", request.Headers.TransferEncoding.ToString());
        return new FunctionAnswer(payload.ToArray(), isStreamed, request.ContentType);
    }

    /// <summary>The HTTP answer, as AWS reads it out of the bytes.</summary>
    public PlayedHttp ToHttp()
    {
        Assert.Null(Failure);
        return IsStreamed ? ReadStream() : ReadJson();
    }

    private PlayedHttp ReadJson()
    {
        var json = JsonNode.Parse(Payload)!;
        var text = json["body"]?.GetValue<string>() ?? "";
        var body = json["isBase64Encoded"]?.GetValue<bool>() == true ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text);
        return new PlayedHttp(json["statusCode"]!.GetValue<int>(), HeadersOf(json), body) { HasLists = json["multiValueHeaders"] is not null };
    }

    private PlayedHttp ReadStream()
    {
        Assert.Equal(Streamed, ContentType);
        var end = Payload.AsSpan().IndexOf(new byte[8]);
        Assert.True(end > 0, "The answer has no eight NUL bytes behind its prelude.");
        var prelude = JsonNode.Parse(Payload.AsSpan(0, end))!;
        return new PlayedHttp(prelude["statusCode"]!.GetValue<int>(), HeadersOf(prelude), Payload[(end + 8)..]);
    }

    private static Dictionary<string, string> HeadersOf(JsonNode json)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in json["headers"]?.AsObject() ?? [])
            headers[name] = value!.GetValue<string>();
        foreach (var (name, values) in json["multiValueHeaders"]?.AsObject() ?? [])
            headers[name] = string.Join(",", values!.AsArray().Select(static value => value!.GetValue<string>()));
        return headers;
    }
}

/// <summary>An HTTP answer that went through AWS.</summary>
internal sealed record PlayedHttp(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Whether each header came as a list.</summary>
    public bool HasLists { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);
}

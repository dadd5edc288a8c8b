using System.Net;
using System.Net.Http;
using System.Text.Json;
using Agnt5.Primitives;

namespace Agnt5.Local.Dispatch;

/// <summary>Checks that a response to the request for a manifest has JSON in it. What the manifest says is not checked here.</summary>
internal static class ManifestAnswer
{
    /// <exception cref="EndpointException">There is no manifest in it.</exception>
    public static ReadOnlyMemory<byte> Check(HttpResponseMessage response, ReadOnlyMemory<byte> body, EndpointAddress address)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var lost = RefusedInvoke.Describe(response, body, address);
            throw new EndpointException(lost.Code, $"There is no manifest at {address.Shown}. {lost.Message}");
        }

        if (!IsObject(body.Span))
        {
            var came = HttpAnswer.Foreign(response) is { } type ? $"The answer is {type} and no JSON object" : "The answer is no JSON object";
            throw new EndpointException(LossCodes.InvalidResponse, $"There is no manifest at {address.Shown}. {came}. Give the address at which the endpoint is mounted.");
        }

        return body;
    }

    private static bool IsObject(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, JsonDepth.Checked);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

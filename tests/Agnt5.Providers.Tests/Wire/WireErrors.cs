using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests.Wire;

/// <summary>The errors of providers: responses with a status, and error objects inside of streams.</summary>
public static class WireErrors
{
    /// <summary>A response with an error status.</summary>
    public static CannedReply Fails(this Provider provider, int status, string code = "rate_limit_error", params (string Name, string Value)[] headers) => new()
    {
        Status = status,
        Headers = headers,
        Pieces = [provider == Provider.Ollama ? new JsonObject { ["error"] = code }.ToJsonString() : Body(code).ToJsonString()],
    };

    /// <summary>A connection that breaks before the response.</summary>
    public static CannedReply Breaks => new() { Pieces = [], Breaks = true };

    /// <summary>Anthropic's stream that says the beginning of a sentence and then ends with an error.</summary>
    public static CannedReply AnthropicStream(string code)
    {
        var begun = new AnthropicWire().Says("Half of a", streams: true);
        return begun with { Pieces = [.. begun.Pieces.Take(3), ServerSentEvents.Typed(Body(code))] };
    }

    /// <summary>A stream of OpenAI's Responses API that ends with an error.</summary>
    public static CannedReply ResponsesStream(string code) => ServerSentEvents.Of(
        OpenAIResponsesWire.Created(), ServerSentEvents.Typed(new JsonObject { ["type"] = "error", ["sequence_number"] = 1, ["code"] = code, ["message"] = "Oh.", ["param"] = null }));

    private static JsonObject Body(string code) => new() { ["type"] = "error", ["error"] = new JsonObject { ["type"] = code, ["code"] = code, ["message"] = "Oh." } };
}

using System.Text.Json.Nodes;
using Agnt5.Providers.Tests.Hosting;

namespace Agnt5.Providers.Tests.Wire;

/// <summary>What a provider's requests and replies look like, as its documentation describes them.</summary>
public interface IProviderWire
{
    /// <summary>A reply that is a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="streams">Whether the request asked for a stream.</param>
    CannedReply Says(string text, bool streams = false);

    /// <summary>A reply that calls tools.</summary>
    CannedReply Calls(bool streams, params WireCall[] calls);

    /// <summary>The tools of a request: names and the schemas of their arguments.</summary>
    IReadOnlyDictionary<string, JsonNode?> ToolsOf(JsonObject request);

    /// <summary>The schema of the answer that a request asks for, or <see langword="null"/> when it asks for a text.</summary>
    JsonNode? AnswerFormOf(JsonObject request);

    /// <summary>The texts of the tools' results in a request, in order.</summary>
    IReadOnlyList<string> ToolResultsOf(JsonObject request);

    /// <summary>All images of a request, in order: their base64, or their address.</summary>
    IReadOnlyList<string> ImagesOf(JsonObject request);
}

/// <summary>One call of a tool in a reply.</summary>
/// <param name="Id">The id that the provider gives it.</param>
/// <param name="Name">The tool's name.</param>
/// <param name="Arguments">The arguments as JSON.</param>
public sealed record WireCall(string Id, string Name, string Arguments);

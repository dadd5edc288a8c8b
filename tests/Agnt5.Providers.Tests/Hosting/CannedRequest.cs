using System.Text.Json.Nodes;

namespace Agnt5.Providers.Tests.Hosting;

/// <summary>A request as a provider got it.</summary>
public sealed record CannedRequest(string Path, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();
}

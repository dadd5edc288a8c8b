using System.Net;
using System.Text.Json.Nodes;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>A response, which is always JSON.</summary>
public sealed record Answer(int Status, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => Json["error"]?["code"]?.GetValue<string>();

    public string? Message => Json["error"]?["message"]?.GetValue<string>();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The failure shape of protocol section 1, and nothing beside it.</summary>
    public void MustBe(HttpStatusCode status, string code)
    {
        Assert.Equal(((int)status, "failed", code), (Status, Json["status"]?.GetValue<string>(), Code));
        Assert.False(string.IsNullOrWhiteSpace(Message));
    }

    /// <summary>A completed run with this output.</summary>
    public void MustComplete(string output)
    {
        Assert.Equal((200, "completed"), (Status, Json["status"]?.GetValue<string>()));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(output), Json["output"]), $"Expected the output {output}, got {Text}");
    }
}

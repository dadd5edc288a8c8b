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

    /// <summary>A suspended run that waits for exactly this.</summary>
    public void MustSuspend(string wait)
    {
        var fields = Json.DeepClone().AsObject();
        Assert.Equal((200, "suspended"), (Status, fields["status"]?.GetValue<string>()));
        foreach (var other in new[] { "status", "checkpoint", "events" })
            fields.Remove(other);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(wait), fields), $"Expected to wait for {wait}, got {Text}");
    }

    /// <summary>A failed run with this message, which is retried or not.</summary>
    public void MustFail(string message, bool isFinal)
    {
        MustBe(HttpStatusCode.OK, "WORKERLESS_HANDLER_ERROR");
        Assert.Contains(message, Message, StringComparison.Ordinal);
        Assert.Equal(isFinal, Json["error"]!["retryable"]?.GetValue<bool>() == false);
    }

    /// <summary>The types of the events that came with the response.</summary>
    public IEnumerable<string> EventTypes => Json["events"]?.AsArray().Select(static emitted => emitted!["event_type"]!.GetValue<string>()) ?? [];
}

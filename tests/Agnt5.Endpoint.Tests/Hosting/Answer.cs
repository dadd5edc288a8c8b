using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Agnt5.Tests.Shared;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>A response, which is always JSON.</summary>
public sealed record Answer(int Status, string Text)
{
    private const int LongestShown = 8_000;

    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Code => Json["error"]?["code"]?.GetValue<string>();

    public string? Message => Json["error"]?["message"]?.GetValue<string>();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        if (response.RequestMessage!.Method == HttpMethod.Post)
            answer.MustHaveTheShapeOfAResponse();
        return answer;
    }

    /// <summary>The failure shape of protocol section 1, and no other members.</summary>
    public void MustBe(HttpStatusCode status, string code)
    {
        MustHaveTheShapeOfAResponse();
        Require((Status, StatusText, Code) == ((int)status, "failed", code) && !string.IsNullOrWhiteSpace(Message), $"{(int)status} {code}");
    }

    /// <summary>A run that ended, or stopped, in this way: <c>completed</c>, <c>suspended</c> or <c>failed</c>.</summary>
    public void MustBe(string status) => Require((Status, StatusText) == (200, status), $"200 {status}");

    /// <summary>This body, with all its members and no others.</summary>
    public void MustBeExactly(int status, string body) => Require(Status == status && JsonNode.DeepEquals(JsonNode.Parse(body), Json), $"{status} {body}");

    /// <summary>The input was refused before user code ran, with this message unless any will do.</summary>
    public void MustRefuseTheInput(string? message = null) =>
        Require((Status, Code) == (200, "WORKERLESS_INPUT_INVALID") && (message is null || Message == message), $"200 WORKERLESS_INPUT_INVALID {message}");

    /// <summary>A completed run with this output.</summary>
    public void MustComplete(string output)
    {
        MustBe("completed");
        Require(JsonNode.DeepEquals(JsonNode.Parse(output), Json["output"]), $"the output {output}");
    }

    /// <summary>A suspended run that waits for exactly this.</summary>
    public void MustSuspend(string wait)
    {
        MustBe("suspended");
        var fields = Json.AsObject();
        foreach (var other in new[] { "status", "checkpoint", "events" })
            fields.Remove(other);
        Require(JsonNode.DeepEquals(JsonNode.Parse(wait), fields), $"to wait for {wait}");
    }

    /// <summary>A failed run with this message, and whether it may be retried.</summary>
    public void MustFail(string message, bool isFinal)
    {
        MustBe(HttpStatusCode.OK, "WORKERLESS_HANDLER_ERROR");
        var saysFinal = Json["error"]!["retryable"]?.GetValue<bool>() == false;
        Require(Message!.Contains(message, StringComparison.Ordinal) && saysFinal == isFinal, $"the failure '{message}', which is {(isFinal ? "not " : "")}retried");
    }

    /// <summary>The types of the events that came with the response.</summary>
    public IEnumerable<string> EventTypes => Json["events"]?.AsArray().Select(static emitted => emitted!["event_type"]!.GetValue<string>()) ?? [];

    private string? StatusText => Json["status"]?.GetValue<string>();

    private string Shown => Text.Length <= LongestShown ? Text : $"{Text[..LongestShown]}… ({Text.Length:N0} characters)";

    private void MustHaveTheShapeOfAResponse()
    {
        var problem = ResponseShape.FindProblem(Encoding.UTF8.GetBytes(Text));
        Assert.True(problem is null, $"{problem}: {Status} {Shown}");
    }

    private void Require(bool holds, string expected) => Assert.True(holds, $"Expected {expected}, got {Status} {Shown}");
}

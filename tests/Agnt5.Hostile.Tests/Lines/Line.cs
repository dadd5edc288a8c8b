using System.Text;
using System.Text.Json.Nodes;
using Agnt5.Hostile.Tests.Checks;
using Agnt5.Hostile.Tests.Hosting;

namespace Agnt5.Hostile.Tests.Lines;

/// <summary>One hand-written request, whose answer is checked like all others.</summary>
internal static class Line
{
    public static async Task<RawAnswer> SendAsync(HostileEndpoint endpoint, string body)
    {
        using var connection = new RawConnection(endpoint.Address);
        var request = new RawRequest(Encoding.UTF8.GetBytes(body), Secrets.Signing, DateTimeOffset.UtcNow);
        var answer = await connection.SendAsync(request);
        Assert.Null(AnswerCheck.FindProblem(request, answer));
        return answer;
    }

    /// <summary>Sends a request, and returns how its run ended: its output, the reason of its suspension or the message of its failure.</summary>
    public static async Task<string> OutcomeAsync(HostileEndpoint endpoint, string body)
    {
        var root = JsonNode.Parse((await SendAsync(endpoint, body)).Body)!;
        return root["status"]!.GetValue<string>() switch
        {
            "completed" => $"completed {root["output"]?.ToJsonString() ?? "null"}",
            "suspended" => $"suspended {root["reason"]}",
            _ => $"failed {root["error"]!["message"]}",
        };
    }

    /// <summary>Sends a request, and returns the checkpoint that its run goes on with.</summary>
    public static async Task<string> CheckpointAsync(HostileEndpoint endpoint, string body) => JsonNode.Parse((await SendAsync(endpoint, body)).Body)!["checkpoint"]!.ToJsonString();

    /// <summary>An invoke with members beside its input.</summary>
    public static string Invoke(string type, string name, string input = "{}", string members = "\"attempt\":0") =>
        $"{{\"component_type\":\"{type}\",\"component_name\":\"{name}\",\"run_id\":\"r-1\",\"input\":{input},{members}}}";

    /// <summary>An invoke of a workflow with recorded steps.</summary>
    public static string Resume(string name, string steps, string input = "{}", string members = "\"attempt\":0") =>
        Invoke("workflow", name, input, $"\"checkpoint\":{{\"steps\":{steps}}},{members}");

    /// <summary>A value of this many levels.</summary>
    public static string Nested(int levels) => new string('[', levels) + new string(']', levels);
}

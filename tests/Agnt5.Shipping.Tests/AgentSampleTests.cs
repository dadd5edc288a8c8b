using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Agnt5.Tests.Shared;

namespace Agnt5.Shipping.Tests;

/// <summary>The sample with agents as a native binary, where the model's replies, the tools and their records cannot fall back on reflection.</summary>
public sealed partial class AgentSampleTests
{
    private static readonly string Sample = Repository.PathOf("samples", "SupportAgent");

    [Fact]
    public async Task The_native_binary_publishes_without_a_warning_and_its_agents_call_tools_ask_a_person_and_go_on()
    {
        var binary = await Shipment.NativeAppAsync(Sample);
        await using var endpoint = await RunningEndpoint.StartAsync("Development", Path.GetDirectoryName(binary)!, binary);
        var commands = await endpoint.PrintedCommandsAsync();

        var introduced = await Command.MustRunAsync(Repository.Root, "bash", "-c", commands);
        var lookedUp = await InvokeAsync(commands, Turn("Where are o-1 and o-2?"));
        var asked = await InvokeAsync(commands, Turn("I want a refund for o-1"));
        var approval = Turn("I want a refund for o-1");
        approval["checkpoint"] = asked["checkpoint"]!.DeepClone();
        approval["metadata"] = new JsonObject { ["pause_index"] = "0", ["user_response"] = "approve" };
        var refunded = await InvokeAsync(commands, approval);
        var sorted = await InvokeAsync(commands, Turn("Urgent: where is o-2?", agent: "triage"));

        Assert.Contains("I can tell you about the orders", introduced, StringComparison.Ordinal);
        Assert.Equal("Order o-1 is shipped. Order o-2 is packed.", Output(lookedUp));
        Assert.Equal("user_input_required", asked["reason"]?.GetValue<string>());
        Assert.Equal("""May assistant call refund with {"orderId":"o-1"}?""", asked["question"]?.GetValue<string>());
        Assert.Equal("You get 42.50 euros back for order o-1.", Output(refunded));
        Assert.Equal("""{"topic":"Delivery","isUrgent":true,"orderId":"o-2"}""", sorted["output"]?.ToJsonString());
    }

    [Fact]
    public async Task A_photo_reaches_the_model_and_what_is_no_photo_is_refused_with_a_reason()
    {
        var binary = await Shipment.NativeAppAsync(Sample);
        await using var endpoint = await RunningEndpoint.StartAsync("Development", Path.GetDirectoryName(binary)!, binary);
        var commands = await endpoint.PrintedCommandsAsync();

        var seen = await InvokeAsync(commands, Damage("data:image/png;base64,iVBORw0KGgo="));
        var address = await InvokeAsync(commands, Damage("https://example.com/photo.png"));
        var text = await InvokeAsync(commands, Damage("data:text/plain;base64,aGVsbG8="));

        Assert.StartsWith("Your photo has come (image/png, 8 bytes).", Output(seen), StringComparison.Ordinal);
        Assert.Contains("has to be a data URI", address["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("The photo is of the type text/plain", text["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static JsonObject Damage(string photo)
    {
        var turn = Turn("It came like this", agent: "damage");
        turn["input"]!["photo"] = photo;
        return turn;
    }

    private static JsonObject Turn(string message, string agent = "assistant") => new()
    {
        ["run_id"] = "run-1", ["component_type"] = "agent", ["component_name"] = agent, ["input"] = new JsonObject { ["message"] = message },
    };

    /// <summary>Sends another body with the commands that were printed.</summary>
    internal static async Task<JsonNode> InvokeAsync(string commands, JsonNode body)
    {
        var quoted = $"BODY='{body.ToJsonString().Replace("'", "'\\''", StringComparison.Ordinal)}'";
        // The status goes to the terminal.
        var answer = await Command.MustRunAsync(Repository.Root, "bash", "-c", $"{Body().Replace(commands, _ => quoted)} 2> /dev/null");
        var problem = ResponseShape.FindProblem(Encoding.UTF8.GetBytes(answer));
        Assert.True(problem is null, $"{problem}: {answer}");
        return JsonNode.Parse(answer)!;
    }

    private static string? Output(JsonNode answer)
    {
        Assert.True(answer["status"]!.GetValue<string>() == "completed", answer.ToJsonString());
        return answer["output"]?.GetValue<string>();
    }

    [GeneratedRegex("BODY='.*'")]
    private static partial Regex Body();
}

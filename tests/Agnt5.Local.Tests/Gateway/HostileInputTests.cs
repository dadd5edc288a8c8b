using System.Net;
using System.Text;
using Agnt5.Local.Gateway.Http;
using Agnt5.Local.Hosting;
using Agnt5.Local.Tests.Gateway.Harness;

namespace Agnt5.Local.Tests.Gateway;

public sealed class HostileInputTests
{
    public static TheoryData<string, byte[]> Bodies => new()
    {
        { "deep", Encoding.UTF8.GetBytes($"{{\"user_response\":{new string('[', 100_000)}") },
        { "cut off", "{\"user_response\":\"a"u8.ToArray() },
        { "not UTF-8", [(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'] },
        { "half a character in a name", "{\"\\ud800\":1,\"\\u0075ser_response\":\"a\",\"\\udc00user_response\":2}"u8.ToArray() },
        { "a number", "7"u8.ToArray() },
        { "two values", "{}{}"u8.ToArray() },
        { "zeros", new byte[64] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_makes_no_sense_is_a_400_and_the_gateway_lives(string name, byte[] body)
    {
        await using var gateway = await PlayedGateway.StartAsync();
        var runId = await gateway.SubmitAsync("/v1/workflows/hosted_ship", """{"id":"o-1","total":1}""");

        foreach (var path in (string[])[$"/v1/workflows/resume/{runId}", "/v1/events", "/v1/deployments/sync", "/v1/functions/hosted_double/batch", "/v1/agents/helper/chat"])
        {
            using var request = gateway.Request(HttpMethod.Post, path);
            request.Content = new ByteArrayContent(body);
            var (status, json) = await gateway.SendAsync(request);
            var isTaken = name.StartsWith("half", StringComparison.Ordinal) && status == HttpStatusCode.OK;
            Assert.True(status == HttpStatusCode.BadRequest || isTaken, $"{path} answered {status} to a body that is {name}: {json}");
        }

        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/v1/runs")).Status);
    }

    [Fact]
    public async Task A_body_that_is_no_object_is_told_so_in_words()
    {
        await using var gateway = await PlayedGateway.StartAsync();

        var (_, json) = await gateway.PostAsync("/v1/functions/hosted_double/batch", """[{"id":"o-1"}]""");

        Assert.Equal("The body is not a JSON object. Nothing has happened.", json.GetProperty("error").Text("message"));
    }

    [Fact]
    public void A_gateway_that_has_too_much_to_do_says_when_to_come_back()
    {
        var refusal = GatewayRefusal.Of(new EngineException(EngineErrorKind.Busy, EngineErrorCodes.Busy, "Too much waits."));

        Assert.Equal((503, 1, "ENGINE_BUSY"), (refusal.Status, refusal.RetryAfterSeconds, refusal.Code));
    }
}

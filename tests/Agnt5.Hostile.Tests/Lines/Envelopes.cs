using Agnt5.Hostile.Tests.Hosting;

namespace Agnt5.Hostile.Tests.Lines;

/// <summary>Half-right envelopes of events and webhooks (protocol section 4): values that are one, values that are not, and undecided ones.</summary>
[Collection(OneEndpoint.Name)]
public sealed class Envelopes(HostileEndpoint endpoint)
{
    private const string Whole = """{"event":{"id":"e","name":"n","data":[1]},"target_kind":"d"}""";

    [Theory]
    [InlineData(Whole, "[1]")]
    [InlineData("""{"target_ref":"r","deployment_id":"d","event":{"data":[1],"name":"n","id":"e","more":{}},"more":[{"event":1}]}""", "[1]")]
    [InlineData("""{"event":{"id":"e","name":"n","data":null},"target_kind":"d"}""", "{}")]
    [InlineData("""{"event":{"id":"e","name":"n","data":[0]},"event":{"id":"e","name":"n","data":[1]},"target_kind":"d"}""", "[1]")]
    [InlineData("""{"\u0065vent":{"id":"e","name":"n","d\u0061ta":[1]},"target_kind":"d"}""", "[1]")]
    [InlineData("""{"\ud800":1,"event":{"\ud800":1,"id":"e","name":"n","data":[1]},"target_kind":"d"}""", "[1]")]
    [InlineData("""{"event":{"id":"e","name":"n","data":[1],"timestamp_ns":1e400,"source":7},"target_kind":"d"}""", "[1]")]
    [InlineData("""{"event":{"id":"e","name":"n","data":{"_webhook":true,"body":"[1]"}},"target_kind":"d"}""", "[1]")]
    [InlineData("""{"event":{"id":"e","name":"n","data":{"_webhook":true,"body":"  "}},"target_kind":"d"}""", "{}")]
    [InlineData("""{"event":{"id":"e","name":"n","data":{"_webhook":true}},"target_kind":"d"}""", "{}")]
    [InlineData("""{"_webhook":true,"body":"[1]","headers":[],"timestamp":"never"}""", "[1]")]
    [InlineData("""{"_webhook":true,"body":" \u005b1]","headers":{"\ud800":"\ud800","a":{}},"idempotency_key":"\ud800","source":{}}""", "[1]")]
    public async Task What_is_recognized_gives_its_payload(string input, string payload) =>
        Assert.Equal($"completed {payload}", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "take_anything", input)));

    [Theory]
    [InlineData("""{"event":{"id":"e","name":"n"},"target_kind":"d"}""")]
    [InlineData("""{"event":{"id":"e","data":[1]},"target_kind":"d"}""")]
    [InlineData("""{"event":{"name":"n","data":[1]},"target_kind":"d"}""")]
    [InlineData("""{"event":{"id":1,"name":"n","data":[1]},"target_kind":"d"}""")]
    [InlineData("""{"event":{"id":"e","name":null,"data":[1]},"target_kind":"d"}""")]
    [InlineData("""{"event":{"id":"e","name":"n","data":[1]}}""")]
    [InlineData("""{"event":{"id":"e","name":"n","data":[1]},"target_kind":null,"deployment_id":7}""")]
    [InlineData("""{"event":[],"target_kind":"d"}""")]
    [InlineData("""{"event":"order.created","deployment_id":"d"}""")]
    [InlineData("""{"_webhook":"true","body":"[1]"}""")]
    [InlineData("""{"_webhook":false,"body":"[1]"}""")]
    [InlineData("[1]")]
    [InlineData("\"{\"")]
    public async Task What_is_half_right_is_the_payload_itself(string input) =>
        Assert.Equal($"completed {input}", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "take_anything", input)));

    [Theory]
    [InlineData("take_anything", "7", "Read as a webhook's delivery: $.event.data.body: expected string, got a number")]
    [InlineData("take_delivery", "{}", "Read as a webhook's delivery: $.event.data.body: expected string, got an object")]
    [InlineData("take_text", "[]", "Read as the text in the body of a webhook's delivery: $.event.data.body: expected string, got an array")]
    [InlineData("take_text", "\"\\ud800\"", "Read as the text in the body of a webhook's delivery: $.event.data.body: expected string, got one that is not valid Unicode")]
    [InlineData("take_delivery", "\"\\ud800\"", "Read as the JSON in the body of a webhook's delivery ($.event.data.body): it holds text that is not valid Unicode")]
    [InlineData(
        "take_delivery_of_order", "\"{} {}\"",
        "Read as the JSON in the body of a webhook's delivery ($.event.data.body): it is not JSON (line 1, byte "
        + "4). A workflow that takes a WebhookDelivery, or a string that is marked [Input], gets the text as it is.")]
    [InlineData("take_delivery_of_order", "\"[]\"", "Read as the JSON in the body of a webhook's delivery ($.event.data.body): $: expected object, got an array")]
    public async Task A_body_that_is_none_is_the_callers_fault(string workflow, string body, string message) =>
        Assert.Equal($"failed {message}", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", workflow, Delivered(body))));

    [Theory]
    [InlineData("take_delivery", "\"\\ud800\"", "Read as the payload alone, since it is not in an event's envelope: it holds text that is not valid Unicode")]
    [InlineData("take_text", "{}", "Read as the payload alone, since it is not in an event's envelope: $: expected string, got an object")]
    [InlineData("take_event", "null", "Read as the payload alone, since it is not in an event's envelope: $.id: is required; $.size: is required; $.lines: is required; $.extra: is required")]
    public async Task A_payload_that_came_alone_and_does_not_bind_is_told_apart(string workflow, string input, string message) =>
        Assert.Equal($"failed {message}", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", workflow, input)));

    [Theory]
    [InlineData("1733337600000000001", "2024-12-04T18:40:00.0000000Z")]
    [InlineData("\"1733337600999999999\"", "2024-12-04T18:40:00.9999999Z")]
    [InlineData("1733337600000000000.9", "2024-12-04T18:40:00.0000000Z")]
    [InlineData("1.7333376e18", "2024-12-04T18:40:00.0000000Z")]
    [InlineData("-1", "1970-01-01T00:00:00.0000000Z")]
    [InlineData("9223372036854775807", "2262-04-11T23:47:16.8547758Z")]
    [InlineData("253402300799999999999", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("253402300800000000000", "")]
    [InlineData("-99999999999999999999999", "")]
    [InlineData("1e28", "")]
    [InlineData("1e400", "")]
    [InlineData("\"soon\"", "")]
    [InlineData("\"\\ud800\"", "")]
    [InlineData("{}", "")]
    public async Task A_time_is_exact_or_none(string nanoseconds, string time) =>
        Assert.Equal($"completed \"e n  {time} e  \"", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "take_nothing", $$$"""{"event":{"id":"e","name":"n","data":1,"timestamp_ns":{{{nanoseconds}}}},"target_kind":"d"}""")));

    [Fact]
    public async Task Names_of_events_and_ids_of_deliveries_do_not_begin_a_line_of_the_log()
    {
        const string input = """{"event":{"id":"e\nFAKE","name":"n\nFAKE","data":false},"target_kind":"d"}""";
        Assert.Equal("completed null", await Line.OutcomeAsync(endpoint, Line.Invoke("workflow", "take_order", input)));
        Assert.Empty(endpoint.Log.TakeFindings());
    }

    private static string Delivered(string body) => $$$"""{"event":{"id":"e","name":"n","data":{"_webhook":true,"body":{{{body}}}}},"target_kind":"d"}""";
}

using System.Text;
using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 4, "Input of a triggered run": the values that a workflow gets from the event or webhook that started it.</summary>
public sealed class TriggerTests
{
    private const string Order = """{"id":"o-1","total":9.5}""";
    private const string Issue = """{"action":"opened","number":7}""";

    [Fact]
    public async Task A_workflow_gets_the_payload_whether_an_event_or_a_person_started_it()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("price_purchase", Envelopes.Event(Order)).SliceAsync()).MustComplete("\"o-1 costs 9.5, said evt-1\"");
        (await endpoint.Run("price_purchase", Order).SliceAsync()).MustComplete("\"o-1 costs 9.5, said nobody\"");
        (await endpoint.Run("price_parts", Envelopes.Event(Order)).SliceAsync()).MustComplete("\"o-1 costs 9.5\"");
        (await endpoint.Run("price_parts", """{"id":"o-2"}""").SliceAsync()).MustComplete("\"o-2 costs 1\"");
        (await endpoint.Run("take_json", Envelopes.Event("[1,null]")).SliceAsync()).MustComplete("[1,null]");
        (await endpoint.Run("take_json", Envelopes.Webhook("""{"a":"\u00fc"}""")).SliceAsync()).MustComplete("""{"a":"ü"}""");
        (await endpoint.Run("take_note", Envelopes.Event("\"hello\"")).SliceAsync()).MustComplete("\"hello\"");
    }

    [Fact]
    public async Task A_workflow_without_a_trigger_gets_its_input_as_it_came()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("take_input_as_it_came", Envelopes.Event(Order)).SliceAsync()).MustComplete(Envelopes.Event(Order));
        (await endpoint.Run("take_input_as_it_came", Envelopes.Delivery(Issue)).SliceAsync()).MustComplete(Envelopes.Delivery(Issue));
    }

    [Fact]
    public async Task An_event_as_a_parameter_says_who_it_is()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("take_event", Envelopes.Event(Order)).SliceAsync()).MustComplete(
            $$"""{"id":"evt-1","name":"order.created","source":"shop","time":"2024-12-04T18:40:00.1234567+00:00","data":{"id":"o-1","total":9.5,"items":null} }""");
        (await endpoint.Run("take_event", Order).SliceAsync()).MustComplete(
            $$"""{"id":"run-1","name":null,"source":null,"time":null,"data":{"id":"o-1","total":9.5,"items":null} }""");
    }

    [Theory]
    [InlineData("open_issue", "\"opened 7\"")]
    [InlineData("take_text", """
        "{\"action\":\"opened\",\"number\":7}"
        """)]
    [InlineData("take_delivery", """
        {"id":"key-1","source":"github","integration":"int-1","type":"issues.opened","key":"key-1","time":"2024-12-04T18:40:00+00:00","signature":"s1","body":"{\"action\":\"opened\",\"number\":7}","bodyBytes":30,"number":null}
        """)]
    [InlineData("take_issue_and_delivery", """
        {"id":"key-1","source":"github","integration":"int-1","type":"issues.opened","key":"key-1","time":"2024-12-04T18:40:00+00:00","signature":"s1","body":"{\"action\":\"opened\",\"number\":7}","bodyBytes":30,"number":7}
        """)]
    [InlineData("take_delivery_of_issue", """
        {"id":"key-1","source":"github","integration":"int-1","type":"issues.opened","key":"key-1","time":"2024-12-04T18:40:00+00:00","signature":"s1","body":"{\"action\":\"opened\",\"number\":7}","bodyBytes":30,"number":7}
        """)]
    public async Task A_webhook_gives_the_JSON_in_its_body_its_text_or_the_whole_delivery(string workflow, string output)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run(workflow, Envelopes.Webhook(Issue)).SliceAsync()).MustComplete(output);
        (await endpoint.Run(workflow, Envelopes.Delivery(Issue)).SliceAsync()).MustComplete(output);
    }

    [Theory]
    [InlineData("open_issue", Issue, "\"opened 7\"")]
    [InlineData("take_text", "\"\\/deploy \\u00fc\"", "\"/deploy ü\"")]
    [InlineData("take_delivery", "\"/deploy ü\"", """{"id":"run-1","source":null,"integration":null,"type":null,"key":null,"time":null,"signature":null,"body":"/deploy ü","bodyBytes":10,"number":null}""")]
    [InlineData("take_delivery_of_issue", Issue, """
        {"id":"run-1","source":null,"integration":null,"type":null,"key":null,"time":null,"signature":null,"body":"{\"action\":\"opened\",\"number\":7}","bodyBytes":30,"number":7}
        """)]
    public async Task A_webhooks_workflow_that_is_started_directly_takes_the_payload_alone(string workflow, string input, string output)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run(workflow, input).SliceAsync()).MustComplete(output);
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_reaches_whoever_takes_it_as_text()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        const string form = "token=a&text=%2Fdeploy+\u00e9\U0001F30D";

        (await endpoint.Run("take_text", Envelopes.Webhook(form)).SliceAsync()).MustComplete($"\"{form}\"");
        Assert.Equal(form, (string?)(await endpoint.Run("take_delivery", Envelopes.Webhook(form)).SliceAsync()).Json["output"]!["body"]);
        var refused = await endpoint.Run("open_issue", Envelopes.Webhook(form)).SliceAsync();
        refused.MustRefuseTheInput();
        Assert.StartsWith("Read as the JSON in the body of a webhook's delivery ($.event.data.body): it is not JSON (line 1, byte 2).", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("take_json", "null", "{}")]
    [InlineData("take_json", " null\n", "{}")]
    [InlineData("take_json", "", "{}")]
    [InlineData("take_text", "null", "\"null\"")]
    public async Task A_body_that_is_null_means_an_empty_object(string workflow, string body, string output)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run(workflow, Envelopes.Webhook(body)).SliceAsync()).MustComplete(output);
        var refused = await endpoint.Run("open_issue", Envelopes.Webhook(body)).SliceAsync();
        if (workflow == "take_json")
            Assert.Equal("Read as the JSON in the body of a webhook's delivery ($.event.data.body): $.action: is required; $.number: is required", refused.Message);
    }

    [Fact]
    public async Task What_a_parameter_demands_of_its_payload_holds_in_every_form_that_takes_it()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        foreach (var sent in new[] { "[null]", Envelopes.Event("[null]"), Envelopes.Webhook("[null]") })
            Assert.EndsWith("[0]: expected object, got null", (await endpoint.Run("count_items", sent).SliceAsync()).Message, StringComparison.Ordinal);
        foreach (var sent in new[] { "6", Envelopes.Event("6"), Envelopes.Webhook("6") })
            Assert.EndsWith(": expected integer from 1 to 5, got a number", (await endpoint.Run("count", sent).SliceAsync()).Message, StringComparison.Ordinal);
        (await endpoint.Run("count", Envelopes.Webhook("5")).SliceAsync()).MustComplete("5");
    }

    [Fact]
    public async Task Headers_are_found_in_upper_and_lower_case_live_and_replayed()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("keep_delivery", Envelopes.Webhook(Issue));

        await run.SliceAsync();
        endpoint.Time.Advance(TimeSpan.FromMinutes(1));

        (await run.SliceAsync()).MustComplete("\"s1\"");
        Assert.Equal("b", new WebhookDelivery { Headers = new Dictionary<string, string> { ["X-A"] = "a", ["x-a"] = "b" } }.Headers["X-a"]);
    }

    [Fact]
    public async Task The_context_tells_what_started_the_run_in_every_slice_and_in_steps()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var byEvent = endpoint.Run("describe_start", Envelopes.Event(Order));
        var byWebhook = endpoint.Run("describe_start", Envelopes.Webhook("{}", "stripe.payment_intent.succeeded", """{"source":"stripe","idempotency_key":null}"""));
        var byNobody = endpoint.Run("describe_start", Order);

        foreach (var run in new[] { byEvent, byWebhook, byNobody })
            Assert.Equal("timer", (string?)(await run.SliceAsync()).Json["reason"]);
        endpoint.Time.Advance(TimeSpan.FromMinutes(1));

        (await byEvent.SliceAsync()).MustComplete("""{"id":"evt-1","deliveryId":"evt-1","name":"order.created","source":"shop","time":"2024-12-04T18:40:00.1234567+00:00","webhook":null}""");
        (await byWebhook.SliceAsync()).MustComplete("""
            {"id":"evt-1","deliveryId":"evt-1","name":"stripe.payment_intent.succeeded","source":"shop","time":"2024-12-04T18:40:00.1234567+00:00",
             "webhook":{"id":"evt-1","source":"stripe","integration":"int-1","type":"issues.opened","key":null,"time":"2024-12-04T18:40:00+00:00","signature":"s1","body":"{}","bodyBytes":2,"number":null} }
            """);
        (await byNobody.SliceAsync()).MustComplete("null");
    }

    [Fact]
    public async Task The_name_of_a_webhook_that_comes_without_an_event_is_that_of_its_trigger()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var first = endpoint.Run("describe_start", Envelopes.Delivery("", """{"source":"Stripe","event_type":"payment_intent.succeeded"}"""));
        await first.SliceAsync();
        Assert.Equal("stripe.payment_intent.succeeded", (string?)first.Recorded["start"]!["name"]);
        Assert.Equal("key-1", (string?)first.Recorded["start"]!["id"]);

        var second = endpoint.Run("describe_start", Envelopes.Delivery("", """{"source":"stripe","event_type":"stripe.payout.paid","idempotency_key":null}"""));
        await second.SliceAsync();
        Assert.Equal("stripe.payout.paid", (string?)second.Recorded["start"]!["name"]);
        Assert.Equal("run-1", (string?)second.Recorded["start"]!["deliveryId"]);
    }

    [Theory]
    [InlineData("price_purchase", """{"total":"x"}""", "Read as the payload alone, since it is not in an event's envelope: $.id: is required; $.total: expected number, got a string")]
    [InlineData(
        "price_purchase", """{"event":{"id":"e","name":"n"},"target_kind":"d"}""", "Read as the payload alone, since it is not in an event's envelope: $.id: is required; $.total: is required")]
    [InlineData("price_purchase", "event:{\"total\":2000000,\"items\":[{\"sku\":\"a\",\"count\":1},{\"sku\":1,\"count\":2}]}",
        "Read as the data of event order.created: $.event.data.id: is required; $.event.data.total: "
            + "expected number from 0 to 1000000, got a number; $.event.data.items[1].sku: expected string, got a number")]
    [InlineData("price_purchase", "event:{\"id\":\"a\",\"total\":2000000}", "Read as the data of event order.created: $.event.data.total: expected number from 0 to 1000000, got a number")]
    [InlineData("price_purchase", "event:null", "Read as the data of event order.created: $.event.data.id: is required; $.event.data.total: is required")]
    [InlineData("take_event", "event:[]", "Read as the data of event order.created: $.event.data: expected object, got an array")]
    [InlineData("take_note", "event:\"too long\"", "Read as the data of event order.created: $.event.data: expected string of at most 5 characters, got a string")]
    [InlineData("take_text", "webhook:this is more text than the workflow takes",
        "Read as the text in the body of a webhook's delivery: $.event.data.body: expected string of at most 40 characters, got a string")]
    [InlineData("open_issue", "webhook:{\"action\":1}", "Read as the JSON in the body of a webhook's delivery ($.event.data.body): $.action: expected string, got a number; $.number: is required")]
    [InlineData("open_issue", "delivery:{\"action\":1}", "Read as the JSON in the body of a webhook's delivery ($.body): $.action: expected string, got a number; $.number: is required")]
    public async Task A_caller_learns_which_shape_was_tried_and_where_in_it_the_problem_is(string workflow, string input, string message)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var (shape, payload) = input.IndexOf(':', StringComparison.Ordinal) is var colon && input[0] != '{' ? (input[..colon], input[(colon + 1)..]) : ("", input);
        var sent = shape switch
        {
            "event" => Envelopes.Event(payload),
            "webhook" => Envelopes.Webhook(payload),
            "delivery" => Envelopes.Delivery(payload),
            _ => payload,
        };

        var answer = await endpoint.Run(workflow, sent).SliceAsync();

        answer.MustRefuseTheInput(message);
        Assert.False(answer.Json["error"]!["retryable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_large_event_that_comes_by_reference_is_taken_out_of_its_envelope()
    {
        var items = string.Join(',', Enumerable.Range(0, 60_000).Select(static count => $$"""{"sku":"s","count":{{count}}}"""));
        var content = Encoding.UTF8.GetBytes(Envelopes.Event($$"""{"id":"o-1","total":5,"items":[{{items}}]}"""));
        Assert.True(content.Length > 1_100_000);
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("workflow", "price_purchase", InputRef(store.Url(), content)))).MustComplete("\"o-1 costs 5, said evt-1\"");
        var delivered = await endpoint.InvokeAsync(Body("workflow", "take_json", InputRef(store.Url(), content)));
        Assert.Equal(60_000, delivered.Json["output"]!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_manifest_describes_the_payload_and_nothing_that_would_switch_a_trigger_off()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var components = (await Answer.ReadAsync(await endpoint.Client.GetAsync("/.well-known/agnt5"))).Json["components"]!.AsArray();
        JsonNode Entry(string name) => components.Single(component => (string?)component!["name"] == name)!;

        Assert.True(JsonNode.DeepEquals(Entry("price_purchase")["input_schema"], Entry("take_event")["input_schema"]));
        Assert.True(JsonNode.DeepEquals(Entry("open_issue")["input_schema"], Entry("take_delivery_of_issue")["input_schema"]));
        Assert.True(JsonNode.DeepEquals(Entry("open_issue")["input_schema"], Entry("take_issue_and_delivery")["input_schema"]));
        Assert.Null(Entry("take_delivery")["input_schema"]);
        Assert.Equal("""[{"trigger_type":"event","event_name":"order.created"}]""", Entry("pack_large")["triggers"]!.ToJsonString());
    }
}

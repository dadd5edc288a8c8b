using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 4: a run that the component's own filter refuses ends before it has begun.</summary>
public sealed class FilterTests
{
    private const string Small = """{"id":"o-1","total":9.5}""";
    private const string Large = """{"id":"o-2","total":100}""";

    [Fact]
    public async Task A_run_that_the_filter_refuses_completes_without_output_and_says_so()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        var answer = await endpoint.Run("pack_large", Envelopes.Event(Small)).SliceAsync();

        Assert.Equal(
            """{"status":"completed","events":[{"event_type":"agnt5.trigger.filtered","data":{"event_id":"evt-1","event_name":"order.created"},"data_type":"json"}]}""",
            answer.Text);
        Assert.Empty(endpoint.Notes);
    }

    [Fact]
    public async Task A_run_that_goes_on_is_not_asked_again()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();
        var run = endpoint.Run("pack_large", Envelopes.Event(Large));
        Assert.Equal("timer", (string?)(await run.SliceAsync()).Json["reason"]);
        endpoint.Time.Advance(TimeSpan.FromMinutes(1));

        // The filter would refuse the event now, but accepted it when the run began.
        var later = endpoint.Run("pack_large", Envelopes.Event(Small)).From(run.Recorded.ToJsonString());
        (await later.SliceAsync()).MustComplete("\"o-1 packed\"");
        (await run.SliceAsync()).MustComplete("\"o-2 packed\"");
    }

    [Fact]
    public async Task A_run_that_was_started_directly_is_not_filtered()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        Assert.Equal("timer", (string?)(await endpoint.Run("pack_large", Small).SliceAsync()).Json["reason"]);
        (await endpoint.Run("never_runs").SliceAsync()).MustComplete("\"ran\"");
    }

    [Theory]
    [InlineData("order.created", Small, null)]
    [InlineData("order.created", Large, "\"order.created o-2\"")]
    [InlineData("order.changed", Small, "\"order.changed o-1\"")]
    [InlineData("order.changed", """{"id":"","total":1}""", null)]
    [InlineData("order.lost", Small, "\"order.lost o-1\"")]
    [InlineData("order.unknown", Small, "\"order.unknown o-1\"")]
    public async Task Of_several_triggers_the_one_that_the_event_belongs_to_decides(string name, string data, string? output)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        MustEnd(await endpoint.Run("sort", Envelopes.Event(data, name)).SliceAsync(), output);
    }

    [Theory]
    [InlineData("github.push", "{}", Small, "\"github.push o-1\"")]
    [InlineData("github.push", """{"headers":null}""", Small, null)]
    [InlineData("github.issues", "{}", """{"action":"closed"}""", null)]
    [InlineData("github.issues", "{}", """{"action":"opened","id":"o-1","total":1}""", "\"github.issues o-1\"")]
    public async Task A_webhook_is_filtered_by_its_headers_or_by_its_payload_before_that_is_bound(string name, string changes, string body, string? output)
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        MustEnd(await endpoint.Run("sort", Envelopes.Webhook(body, name, changes)).SliceAsync(), output);
    }

    [Fact]
    public async Task What_a_filter_refuses_need_not_bind()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        MustEnd(await endpoint.Run("take_with_id", Envelopes.Event("""{"hello":1}""")).SliceAsync(), output: null);
        (await endpoint.Run("take_with_id", Envelopes.Event("""{"id":1}""")).SliceAsync()).MustRefuseTheInput();
        (await endpoint.Run("pack_large", Envelopes.Event("""{"id":1}""")).SliceAsync()).MustRefuseTheInput();
    }

    [Fact]
    public async Task An_event_of_two_triggers_goes_on_when_either_lets_it()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("take_either", Envelopes.Event("5", "a")).SliceAsync()).MustComplete("\"5\"");
        (await endpoint.Run("take_either", Envelopes.Event("""{"id":1}""", "a")).SliceAsync()).MustComplete("\"{\\\"id\\\":1}\"");
        MustEnd(await endpoint.Run("take_either", Envelopes.Event("[]", "a")).SliceAsync(), output: null);
    }

    [Fact]
    public async Task Of_methods_of_one_name_the_one_that_fits_is_asked()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        foreach (var name in new[] { "order.created", "order.changed" })
        {
            MustEnd(await endpoint.Run("take_known", Envelopes.Event(Small, name)).SliceAsync(), output: null);
            MustEnd(await endpoint.Run("take_known", Envelopes.Event("""{"id":"known","total":1}""", name)).SliceAsync(), "\"known\"");
        }
    }

    [Fact]
    public async Task What_a_filter_throws_fails_the_run()
    {
        await using var endpoint = await DurableEndpoint.StartAsync();

        (await endpoint.Run("never_runs", Envelopes.Event("[1]")).SliceAsync()).MustFail("no rule for [1]", isFinal: true);
    }

    [Fact]
    public async Task A_large_payload_by_reference_is_filtered_too()
    {
        var content = System.Text.Encoding.UTF8.GetBytes(Envelopes.Event($$"""{"id":"{{new string('x', 1_200_000)}}","total":1}"""));
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await DurableEndpoint.StartAsync(PayloadInvoke.AllowLoopback);

        var reference = PayloadInvoke.InputRef(store.Url(), content);
        reference["expires_at_ms"] = endpoint.Time.NowMs + 60_000;
        MustEnd(await endpoint.InvokeAsync(PayloadInvoke.Body("workflow", "pack_large", reference)), output: null);
    }

    private static void MustEnd(Answer answer, string? output)
    {
        if (output is not null)
        {
            answer.MustComplete(output);
            return;
        }

        answer.MustBe("completed");
        Assert.False(answer.Json.AsObject().ContainsKey("output"), answer.Text);
        Assert.Equal(["agnt5.trigger.filtered"], answer.EventTypes);
    }
}

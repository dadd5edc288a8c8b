using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 7: output that is stored elsewhere. When it cannot be stored, finished work is not lost.</summary>
public sealed class OutputUploadTests
{
    private const string Hello = """{"message":"hello Ada"}""";

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kind":null,"method":null,"content_type":null,"max_bytes":null}""")]
    [InlineData("""{"kind":"","method":" put ","ref":" payloads/run-1/out.json\n","content_type":" ","max_bytes":23,"threshold_bytes":22}""")]
    public async Task An_output_over_the_threshold_is_stored_and_the_answer_says_what_was_stored(string changes)
    {
        var (store, stored) = await StoreStub.TakingAsync(status: 204);
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", outputUpload: OutputUpload(store.Url(), changes), input: """{"name":"Ada"}"""));

        var hash = StoreStub.HashOf(Encoding.UTF8.GetBytes(Hello));
        Assert.Equal(
            $$$"""{"status":"completed","output_ref":{"kind":"agnt5.object_store.ref.v1","ref":"payloads/run-1/out.json","size_bytes":23,"sha256":"{{{hash}}}","content_type":"application/json"}}""",
            answer.Text);
        Assert.Equal(Hello, Encoding.UTF8.GetString(stored()!));
        Assert.Equal(new StoreRequest("PUT", "/object.json?sig=s3cr3t", "application/json", 23), Assert.Single(store.Requests));
    }

    [Fact]
    public async Task A_stored_output_has_the_length_and_hash_that_every_SDK_gives_it()
    {
        var (store, stored) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var input = """{"text":"<b>&é🌍\u2028\u0007\b\f\n\r\t\"\\\/"}""";

        var answer = await endpoint.InvokeAsync(Body("function", "echo", outputUpload: OutputUpload(store.Url()), input: input));

        var expected = Encoding.UTF8.GetBytes("{\"text\":\"<b>&é🌍\u2028\\u0007\\b\\f\\n\\r\\t\\\"\\\\/\"}");
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(stored()!));
        Assert.Equal(StoreStub.HashOf(expected), answer.Json["output_ref"]!["sha256"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_upload_names_its_content_type_as_the_signed_URL_may_demand_it()
    {
        var (store, _) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var changes = """{"content_type":"Application/JSON;charset=utf-8"}""";

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", outputUpload: OutputUpload(store.Url(), changes)));

        Assert.Equal("Application/JSON;charset=utf-8", answer.Json["output_ref"]!["content_type"]!.GetValue<string>());
        Assert.Equal("Application/JSON;charset=utf-8", Assert.Single(store.Requests).ContentType);
    }

    [Theory]
    [InlineData("""{"threshold_bytes":23}""")]
    [InlineData("""{"threshold_bytes":null,"kind":"other","url":7}""")]
    [InlineData("""{"threshold_bytes":"0"}""")]
    [InlineData("""{"threshold_bytes":-1}""")]
    [InlineData("""{"threshold_bytes":0.5}""")]
    public async Task An_output_that_is_not_over_a_threshold_stays_inline(string changes)
    {
        var (store, _) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", outputUpload: OutputUpload(store.Url(), changes), input: """{"name":"Ada"}"""));

        Assert.Equal($$"""{"status":"completed","output":{{Hello}}}""", answer.Text);
        Assert.Empty(store.Requests);
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[1]")]
    [InlineData("{\"\\ud800\":1}")]
    public async Task An_upload_that_is_no_object_of_ours_stores_nothing(string upload)
    {
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync($$"""{"component_type":"workflow","component_name":"hello","output_upload":{{upload}}}""")).MustComplete("""{"message":"hello world"}""");
    }

    [Theory]
    [InlineData("""{"kind":"other"}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"method":"POST"}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"url":"ftp://store/x"}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"url":"http://user:pw@store.example/x"}""", 502, "OUTPUT_REF_UPLOAD_FAILED")]
    [InlineData("""{"content_type":"application/json;\r\nX-Other: 1"}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"ref":null}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"ref":"  "}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"expires_at_ms":1}""", 410, "OUTPUT_REF_EXPIRED")]
    [InlineData("""{"expires_at_ms":0}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"expires_at_ms":"soon"}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"max_bytes":"1"}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"max_bytes":-1}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"content_type":"text/plain"}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"max_bytes":22}""", 413, "PAYLOAD_TOO_LARGE")]
    [InlineData("""{"ref":" ","expires_at_ms":1}""", 400, "OUTPUT_REF_INVALID")]
    [InlineData("""{"expires_at_ms":1,"max_bytes":"1","content_type":"text/plain"}""", 410, "OUTPUT_REF_EXPIRED")]
    [InlineData("""{"content_type":"text/plain","max_bytes":22}""", 400, "OUTPUT_REF_INVALID")]
    public async Task An_upload_that_cannot_be_used_is_refused_in_the_protocols_order_before_anything_is_sent(string changes, int status, string code)
    {
        var (store, _) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", outputUpload: OutputUpload(store.Url(), changes), input: """{"name":"Ada"}"""));

        answer.MustBe((HttpStatusCode)status, $"WORKERLESS_{code}");
        Assert.Null(answer.Json["output"]);
        Assert.Empty(store.Requests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Finished_steps_are_kept_when_the_store_does_not_take_the_output(int status)
    {
        var (store, _) = await StoreStub.TakingAsync(status);
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            AllowLoopback(options);
            options.CheckpointOnFailure = false;
        });

        var answer = await endpoint.InvokeAsync(Body("workflow", "draft_report", outputUpload: OutputUpload(store.Url()), input: """{"length":20}"""));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_OUTPUT_REF_UPLOAD_FAILED");
        Assert.Equal("""{"draft":"report"}""", answer.Json["checkpoint"]!["steps"]!.ToJsonString());
        Assert.Equal("report.drafted", Assert.Single(answer.Json["events"]!.AsArray())!["event_type"]!.GetValue<string>());
        Assert.Single(store.Requests);
        Assert.Single(endpoint.Log.About("r-payload"));
    }

    [Fact]
    public async Task Finished_steps_are_kept_when_the_output_cannot_be_used_or_written_at_all()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.CheckpointOnFailure = false);
        const string checkpoint = """{"steps":{"draft":"report"}}""";

        var unusable = await endpoint.InvokeAsync(Body("workflow", "draft_report", outputUpload: OutputUpload("ftp://x/"), input: """{"length":20}""", checkpoint: checkpoint));
        var unwritable = await endpoint.InvokeAsync(Body("workflow", "draft_knot", checkpoint: checkpoint));
        var unwritableToo = await endpoint.InvokeAsync(Body("workflow", "draft_knot", outputUpload: OutputUpload("http://store.example/"), checkpoint: checkpoint));

        unusable.MustBe(HttpStatusCode.BadRequest, "WORKERLESS_OUTPUT_REF_INVALID");
        unwritable.MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_OUTPUT_SERIALIZATION_FAILED");
        unwritableToo.MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_OUTPUT_SERIALIZATION_FAILED");
        Assert.All([unusable, unwritable, unwritableToo], answer => Assert.Equal(checkpoint, answer.Json["checkpoint"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_run_that_fails_or_suspends_or_has_no_value_uploads_nothing()
    {
        var (store, _) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("workflow", "fail_late", outputUpload: OutputUpload(store.Url())))).MustBe(HttpStatusCode.OK, "WORKERLESS_HANDLER_ERROR");
        var suspended = await endpoint.InvokeAsync(Body("workflow", "draft_tomorrow", outputUpload: OutputUpload(store.Url())));
        suspended.MustBe("suspended");
        Assert.Equal("""{"status":"completed"}""", (await endpoint.InvokeAsync(Body("function", "forget", outputUpload: OutputUpload(store.Url()), input: """{"what":"x"}"""))).Text);
        Assert.Empty(store.Requests);
    }

    [Fact]
    public async Task A_large_output_is_stored_as_it_would_have_been_inline_and_its_checkpoint_stays_in_the_answer()
    {
        var (store, stored) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        const string input = """{"count":70000}""";

        var inline = await endpoint.InvokeAsync(Body("function", "make_measurements", input: input));
        var answer = await endpoint.InvokeAsync(Body("function", "make_measurements", outputUpload: OutputUpload(store.Url()), input: input, checkpoint: """{"steps":{"old":1}}"""));

        var content = stored()!;
        Assert.True(content.Length > 5_000_000);
        Assert.Equal(inline.Text, $$"""{"status":"completed","output":{{Encoding.UTF8.GetString(content)}}}""");
        Assert.Equal((content.Length, StoreStub.HashOf(content)), (answer.Json["output_ref"]!["size_bytes"]!.GetValue<int>(), answer.Json["output_ref"]!["sha256"]!.GetValue<string>()));
        Assert.Equal("""{"steps":{"old":1}}""", answer.Json["checkpoint"]!.ToJsonString());
        Assert.Equal(content.Length, Assert.Single(store.Requests).ContentLength);
    }

    [Fact]
    public async Task Text_and_free_form_data_are_stored_as_they_would_have_been_inline()
    {
        var (store, stored) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var deep = $"{new string('[', 200)}{new string(']', 200)}";
        var input = $$$"""{"name":"\u2028 <b> \u0000 héllo 🌍","data":{"e":1e400,"pad":"{{{new string('x', 100_000)}}}","deep":{{{deep}}}}}""";
        string BodyWith(string upload) => $$"""{"component_type":"function","component_name":"repack","input":{{input}},"output_upload":{{upload}}}""";

        var inline = await endpoint.InvokeAsync(BodyWith("null"));
        var answer = await endpoint.InvokeAsync(BodyWith(OutputUpload(store.Url()).ToJsonString()));

        Assert.NotNull(answer.Json["output_ref"]);
        Assert.Equal(inline.Text, $$"""{"status":"completed","output":{{Encoding.UTF8.GetString(stored()!)}}}""");
    }

    [Fact]
    public async Task An_output_that_is_another_one_when_it_is_sent_is_no_result()
    {
        var (store, _) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "make_ids", outputUpload: OutputUpload(store.Url()), input: """{"count":3}"""));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_OUTPUT_REF_UPLOAD_FAILED");
        Assert.Null(answer.Json["output_ref"]);
        Assert.NotNull(Assert.Single(endpoint.Log.About("r-payload")).Exception);
    }

    [Fact]
    public async Task A_store_that_takes_its_time_is_given_up_and_the_steps_are_kept()
    {
        await using var store = await StoreStub.StartAsync(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            AllowLoopback(options);
            options.OutboundGuard.Timeout = TimeSpan.FromMilliseconds(300);
        });

        var answer = await endpoint.InvokeAsync(Body("workflow", "draft_report", outputUpload: OutputUpload(store.Url()), input: """{"length":20}"""));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_OUTPUT_REF_UPLOAD_FAILED");
        Assert.NotNull(answer.Json["checkpoint"]);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_during_the_upload_ends_it_and_the_scope_is_disposed()
    {
        var (hanging, began, ended) = await StoreStub.HangingAsync();
        await using var store = hanging;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        using var leaving = new CancellationTokenSource();
        var body = Body("workflow", "draft_report", outputUpload: OutputUpload(store.Url()), input: """{"length":20}""");
        var invoke = endpoint.Client.SendAsync(new SignedInvoke(body, TestEndpoint.Secret).ToRequest(), leaving.Token);
        await began;

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoke);
        await ended.WaitAsync(TimeSpan.FromSeconds(20));
        await endpoint.Log.WaitForAsync("Run r-payload: the caller left");
    }

    [Fact]
    public async Task An_output_may_need_the_services_of_its_invocation_until_it_is_stored()
    {
        var (store, stored) = await StoreStub.TakingAsync();
        await using var disposed = store;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "read_lazily", outputUpload: OutputUpload(store.Url())));

        Assert.NotNull(answer.Json["output_ref"]);
        Assert.Equal("""["open","open"]""", Encoding.UTF8.GetString(stored()!));
    }
}

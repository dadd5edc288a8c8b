using System.Net;
using System.Text;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 7: input in an object store. It reaches user code only if it matches its reference.</summary>
public sealed class InputRefTests
{
    private static readonly byte[] Ada = """{"name":"Ada"}"""u8.ToArray();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kind":null,"method":null,"content_type":null}""")]
    [InlineData("""{"kind":"","method":" get ","size_bytes":1.4e1,"content_type":"text/plain","extra":{"a":1}}""")]
    public async Task An_input_in_an_object_store_reaches_the_component_like_one_in_the_invoke(string changes)
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), Ada, changes)))).MustComplete("""{"message":"hello Ada"}""");

        Assert.Equal(new StoreRequest("GET", "/object.json?sig=s3cr3t", null, null), Assert.Single(store.Requests));
    }

    [Theory]
    [InlineData("/object.json?sig=%69%7e%2B/..", "/object.json?sig=%69%7e%2B/..")]
    [InlineData("/object.json?sig=a b", "/object.json?sig=a%20b")]
    [InlineData("/object.json?sig=a#part", "/object.json?sig=a")]
    public async Task A_signed_url_is_requested_as_it_was_signed(string url, string requested)
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(url), Ada)))).MustComplete("""{"message":"hello Ada"}""");

        Assert.Equal(requested, Assert.Single(store.Requests).Path);
    }

    [Theory]
    [InlineData("workflow", "hello", " null\n", """{"message":"hello world"}""")]
    [InlineData("function", "echo", "\t[1,{\"a\":\"é\"}] ", """[1,{"a":"é"}]""")]
    [InlineData("tool", "lookup_order", "\"o-1\"", """{"message":"order none"}""")]
    [InlineData("tool", "lookup_order", " {\"id\":\"o-1\"}", """{"message":"order o-1"}""")]
    public async Task A_fetched_document_means_what_it_means_in_the_invoke(string type, string name, string document, string output)
    {
        var content = Encoding.UTF8.GetBytes(document);
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var upperCaseHash = $$"""{"sha256":"{{StoreStub.HashOf(content).ToUpperInvariant()}}"}""";

        (await endpoint.InvokeAsync(Body(type, name, InputRef(store.Url(), content, upperCaseHash)))).MustComplete(output);
    }

    [Theory]
    [InlineData("""{"kind":"other"}""", 400, "UNSUPPORTED")]
    [InlineData("""{"kind":1}""", 400, "UNSUPPORTED")]
    [InlineData("""{"method":"POST"}""", 400, "UNSUPPORTED")]
    [InlineData("""{"url":null}""", 400, "INVALID")]
    [InlineData("""{"url":"/object.json"}""", 400, "INVALID")]
    [InlineData("""{"url":"file:///etc/passwd"}""", 400, "INVALID")]
    [InlineData("""{"url":"data:application/json,1"}""", 400, "INVALID")]
    [InlineData("""{"size_bytes":null}""", 400, "INVALID")]
    [InlineData("""{"size_bytes":"14"}""", 400, "INVALID")]
    [InlineData("""{"size_bytes":-1}""", 400, "INVALID")]
    [InlineData("""{"size_bytes":1.5}""", 400, "INVALID")]
    [InlineData("""{"size_bytes":67108865}""", 413, "TOO_LARGE")]
    [InlineData("""{"size_bytes":9007199254740992}""", 400, "INVALID")]
    [InlineData("""{"url":"http://user:pw@store.example/x"}""", 502, "FETCH_FAILED")]
    [InlineData("""{"sha256":null}""", 400, "INVALID")]
    [InlineData("""{"sha256":"abc"}""", 400, "INVALID")]
    [InlineData("""{"sha256":"sha256:045dc15dc3b90cab550a0cc0778ee6ecf59dfa669e0446c72735cd6970d"}""", 400, "INVALID")]
    [InlineData("""{"expires_at_ms":0}""", 400, "INVALID")]
    [InlineData("""{"expires_at_ms":"soon"}""", 400, "INVALID")]
    [InlineData("""{"expires_at_ms":1}""", 410, "EXPIRED")]
    [InlineData("""{"kind":"other","url":"ftp://x/"}""", 400, "UNSUPPORTED")]
    [InlineData("""{"url":"ftp://x/","size_bytes":67108865}""", 400, "INVALID")]
    [InlineData("""{"size_bytes":67108865,"sha256":"abc","expires_at_ms":1}""", 413, "TOO_LARGE")]
    [InlineData("""{"sha256":"abc","expires_at_ms":1}""", 400, "INVALID")]
    public async Task A_reference_that_cannot_be_used_is_refused_in_the_protocols_order_before_any_fetch(string changes, int status, string code)
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), Ada, changes)));

        answer.MustBe((HttpStatusCode)status, $"WORKERLESS_INPUT_REF_{code}");
        Assert.Empty(store.Requests);
    }

    [Fact]
    public async Task An_expiry_in_seconds_is_told_that_it_looks_like_seconds()
    {
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var reference = InputRef("http://127.0.0.1:1/object.json", Ada);
        reference["expires_at_ms"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", reference));

        answer.MustBe(HttpStatusCode.Gone, "WORKERLESS_INPUT_REF_EXPIRED");
        Assert.Equal("The input_ref cannot be used: it has expired: its expires_at_ms looks like seconds, and must be milliseconds.", answer.Message);
    }

    [Fact]
    public async Task A_reference_whose_expiry_is_not_a_time_is_refused_and_not_taken_for_one_that_never_expires()
    {
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var reference = InputRef("http://127.0.0.1:1/object.json", Ada);
        reference["expires_at_ms"] = null;

        (await endpoint.InvokeAsync(Body("workflow", "hello", reference))).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INPUT_REF_INVALID");
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("false")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"url\":\"http://\\ud800/\",\"size_bytes\":1}")]
    public async Task A_reference_that_is_no_object_of_ours_is_refused(string reference)
    {
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync($$"""{"component_type":"workflow","component_name":"hello","input_ref":{{reference}}}"""))
            .MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INPUT_REF_INVALID");
    }

    [Fact]
    public async Task Two_inputs_are_one_too_many_and_a_null_is_none()
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var unsupported = InputRef(store.Url(), Ada, """{"kind":"other"}""");

        (await endpoint.InvokeAsync(Body("workflow", "hello", unsupported, input: """{"name":"Eve"}"""))).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INPUT_REF_INVALID");
        (await endpoint.InvokeAsync(Body("workflow", "hello", inputRef: null, input: """{"name":"Eve"}"""))).MustComplete("""{"message":"hello Eve"}""");
        (await endpoint.InvokeAsync(Body("workflow", "no_such", unsupported))).MustBe(HttpStatusCode.NotFound, "WORKERLESS_COMPONENT_NOT_FOUND");
        (await endpoint.InvokeAsync($$"""{"component_type":"workflow","component_name":"hello","input_ref":7,"input_ref":{{InputRef(store.Url(), Ada)}}}"""))
            .MustComplete("""{"message":"hello Ada"}""");
    }

    /// <summary>Documents of the store that do not match their reference. Each row holds for a kept document and for a streamed one.</summary>
    [Theory]
    [InlineData(1, 0, true, "INVALID", 400)]
    [InlineData(-1, 0, true, "TOO_LARGE", 413)]
    [InlineData(0, 0, true, "CHECKSUM_MISMATCH", 400)]
    [InlineData(0, 0, false, "INVALID", 400)]
    [InlineData(1, 0, false, "INVALID", 400)]
    [InlineData(-1, 0, false, "TOO_LARGE", 413)]
    [InlineData(1, 1_100_000, true, "INVALID", 400)]
    [InlineData(-1, 1_100_000, true, "TOO_LARGE", 413)]
    [InlineData(0, 1_100_000, true, "CHECKSUM_MISMATCH", 400)]
    [InlineData(0, 1_100_000, false, "INVALID", 400)]
    [InlineData(1, 1_100_000, false, "INVALID", 400)]
    [InlineData(-1, 1_100_000, false, "TOO_LARGE", 413)]
    public async Task What_the_store_sends_must_be_what_the_reference_promises(int declaredBeyondActual, int padding, bool isWrongHash, string code, int status)
    {
        // Not JSON, and not an input of this component either. If binding gave the verdict, its message would show.
        var content = Encoding.UTF8.GetBytes("""{"count":"x",""" + new string(' ', padding) + "oops");
        await using var store = await StoreStub.StartAsync(context => context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask());
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var hash = isWrongHash ? Ada : content;
        var changes = $$"""{"size_bytes":{{content.Length + declaredBeyondActual}},"sha256":"{{StoreStub.HashOf(hash)}}"}""";

        (await endpoint.InvokeAsync(Body("function", "relabel", InputRef(store.Url(), content, changes)))).MustBe((HttpStatusCode)status, $"WORKERLESS_INPUT_REF_{code}");
    }

    [Theory]
    [InlineData("\uFEFF{}")]
    [InlineData("")]
    [InlineData("{} {}")]
    [InlineData("[1,]")]
    [InlineData("{\"name\":\"\xFF\"}")]
    public async Task Bytes_that_are_not_json_in_utf8_never_reach_user_code(string document)
    {
        var content = document.Contains('\xFF') ? Encoding.Latin1.GetBytes(document) : Encoding.UTF8.GetBytes(document);
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), content)))).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INPUT_REF_INVALID");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Another_answer_than_a_success_is_no_input_and_redirects_are_not_followed(int status)
    {
        await using var store = await StoreStub.StartAsync(static context =>
        {
            context.Response.StatusCode = int.Parse(context.Request.Query["status"]!, System.Globalization.CultureInfo.InvariantCulture);
            context.Response.Headers.Location = "/elsewhere?status=200";
            return Task.CompletedTask;
        });
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url($"/object?status={status}"), Ada)));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Single(store.Requests);
    }

    [Fact]
    public async Task A_store_that_promises_more_than_it_sends_or_breaks_off_is_a_failed_fetch()
    {
        await using var store = await StoreStub.StartAsync(static async context =>
        {
            context.Response.ContentLength = Ada.Length;
            await context.Response.Body.WriteAsync(Ada.AsMemory(0, 5), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        });
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), Ada)))).MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
    }

    [Fact]
    public async Task Nobody_listening_is_a_failed_fetch()
    {
        await using var store = await StoreStub.ServingAsync(Ada);
        var url = store.Url();
        await store.DisposeAsync();
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(url, Ada)))).MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
    }

    [Fact]
    public async Task An_object_that_never_ends_is_not_read_past_its_size()
    {
        var stopped = new TaskCompletionSource();
        await using var store = await StoreStub.StartAsync(async context =>
        {
            using var registration = context.RequestAborted.Register(stopped.SetResult);
            var spaces = new byte[64 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(spaces, context.RequestAborted);
        });
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "count_measurements", InputRef(store.Url(), Ada, """{"size_bytes":3000000}""")));

        answer.MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_INPUT_REF_TOO_LARGE");
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_store_that_drips_is_given_up_after_the_configured_time()
    {
        await using var store = await StoreStub.StartAsync(static async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(" "u8.ToArray(), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(10, context.RequestAborted);
            }
        });
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            AllowLoopback(options);
            options.OutboundGuard.Timeout = TimeSpan.FromMilliseconds(300);
        });

        var answer = await endpoint.InvokeAsync(Body("workflow", "hello", InputRef(store.Url(), Ada, """{"size_bytes":5000000}""")));

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
        Assert.Contains("0.3 s", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fetch_ends_with_the_budget_of_its_invoke()
    {
        await using var store = await StoreStub.StartAsync(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        var budget = $$"""{"deadline_ms":{{DateTimeOffset.UtcNow.AddMilliseconds(700).ToUnixTimeMilliseconds()}}}""";

        var answer = await endpoint.InvokeAsync(
            $$"""{"component_type":"workflow","component_name":"hello","input_ref":{{InputRef(store.Url(), Ada)}},"budget":{{budget}}}""");

        answer.MustBe(HttpStatusCode.BadGateway, "WORKERLESS_INPUT_REF_FETCH_FAILED");
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_its_input_is_fetched_ends_the_fetch()
    {
        var (hanging, began, ended) = await StoreStub.HangingAsync();
        await using var store = hanging;
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);
        using var leaving = new CancellationTokenSource();
        var invoke = endpoint.Client.SendAsync(new SignedInvoke(Body("workflow", "hello", InputRef(store.Url(), Ada)), TestEndpoint.Secret).ToRequest(), leaving.Token);
        await began;

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => invoke);
        await ended.WaitAsync(TimeSpan.FromSeconds(20));
        (await endpoint.InvokeAsync(Body("workflow", "hello"))).MustComplete("""{"message":"hello world"}""");
    }
}

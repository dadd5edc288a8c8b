using System.Net;
using System.Text;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol sections 4 and 8: the requirements on an invoke request, which are checked before a component runs.</summary>
public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("5")]
    [InlineData("{\"component_type\":\"workflow\"")]
    [InlineData("{\"component_type\":\"workflow\",\"component_name\":\"hello\"} x")]
    [InlineData("{\"component_type\":\"workflow\",\"component_name\":\"hello\"}{}")]
    [InlineData("{'component_type':'workflow'}")]
    [InlineData("{\"component_type\":\"workflow\",\"component_name\":\"hello\",\"input\":NaN}")]
    [InlineData("{\"component_type\":\"workflow\",\"component_name\":\"\\ud800\"}")]
    [InlineData("{\"checkpoint\":{\"steps\":{\"\\udc00\":1}}}")]
    [InlineData("{\"protocol_version\":\"\\ud800\",\"component_type\":\"workflow\",\"component_name\":\"hello\"}")]
    [InlineData("\ufeff{\"component_type\":\"workflow\",\"component_name\":\"hello\"}")]
    public async Task A_caller_who_sends_no_JSON_object_is_told_so(string body)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(body)).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INVALID_REQUEST");
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused_rather_than_replaced()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options =>
        {
            options.SigningSecret = null;
            options.AllowUnsigned = options.IsDevelopment = true;
        });
        byte[] body = [.. """{"component_type":"function","component_name":"echo","input":"a"""u8, 0xC3, 0x28, .. "\"}"u8];

        (await endpoint.InvokeAsync("", invoke => invoke.SentBody = body)).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INVALID_REQUEST");
    }

    [Theory]
    [InlineData("""{"protocol_version":"workerless.v2","component_type":"workflow","component_name":"hello"}""", "unsupported protocol_version workerless.v2")]
    [InlineData("""{"protocol_version":" workerless.v1 ","component_type":"workflow","component_name":"hello"}""", "unsupported protocol_version  workerless.v1 ")]
    [InlineData("""{"protocol_version":1}""", "unsupported protocol_version 1")]
    public async Task A_protocol_that_this_SDK_does_not_speak_is_named(string body, string message)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(body);

        answer.MustBe(HttpStatusCode.BadRequest, "WORKERLESS_PROTOCOL_MISMATCH");
        Assert.Equal(message, answer.Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"component_name":"hello"}""")]
    [InlineData("""{"component_type":"workflow"}""")]
    [InlineData("""{"component_type":"workflow","component_name":"  \n "}""")]
    [InlineData("""{"component_type":"entity","component_name":"hello"}""")]
    [InlineData("""{"component_type":null,"component_name":"hello"}""")]
    [InlineData("""{"component_type":["workflow"],"component_name":"hello"}""")]
    [InlineData("""{"component_type":"workflow","component_name":7}""")]
    public async Task An_invoke_that_names_no_component_is_told_what_is_missing(string body)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(body)).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_COMPONENT_REQUIRED");
    }

    [Theory]
    [InlineData("""{"component_type":"workflow","component_name":"missing"}""", "workflow component missing was not found")]
    [InlineData("""{"component_type":"workflow","component_name":"Hello"}""", "workflow component Hello was not found")]
    [InlineData("""{"component_type":"Function","component_name":" hello "}""", "function component hello was not found")]
    [InlineData("""{"component_type":"agent","component_name":"hello"}""", "agent component hello was not found")]
    public async Task A_component_that_does_not_exist_is_named(string body, string message)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        var answer = await endpoint.InvokeAsync(body);

        answer.MustBe(HttpStatusCode.NotFound, "WORKERLESS_COMPONENT_NOT_FOUND");
        Assert.Equal(message, answer.Message);
    }

    [Theory]
    [InlineData("""{"component_type":"  WorkFlow ","component_name":"  hello\n","input":{"name":"Ada"}}""")]
    [InlineData("""{"protocol_version":"","component_type":"workflow","component_name":"hello","input":{"name":"Ada"},"zzz":{"a":[1]}}""")]
    [InlineData("""{"protocol_version":null,"component_type":"workflow","component_name":"hell\u006f","input":{"n\u0061me":"Ada"}}""")]
    [InlineData("""{"protocol_version":"workerless.v1","component_type":"workflow","component_name":"hello","input":{"name":"Ada"},"attempt":"two","is_streaming":true}""")]
    [InlineData("""{"component_type":"workflow","component_name":"hello","input":{"name":"Ada"},"checkpoint":[],"budget":[],"metadata":["a"],"run_id":7}""")]
    [InlineData("""{"component_type":"workflow","component_name":"hello","input":{"name":"Ada"},"checkpoint":{"steps":null},"metadata":{"a":1,"b":null},"run_id":null}""")]
    public async Task What_the_peers_accept_is_accepted(string body)
    {
        await using var endpoint = await TestEndpoint.StartAsync();

        (await endpoint.InvokeAsync(body)).MustComplete("""{"message":"hello Ada"}""");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_by_its_declared_length_without_being_read()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.MaxRequestBodyBytes = 1000);
        using var socket = await RawHttp.ConnectAsync(endpoint.Address);
        var invoke = new SignedInvoke("{}", TestEndpoint.Secret);
        var headers = string.Concat(invoke.Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));

        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /agnt5/invoke HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 300000000\r\n{headers}\r\n"));

        var (status, body) = await RawHttp.ReadAsync(socket);
        new Answer(status, body).MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_while_it_streams_before_its_signature_is_checked()
    {
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.MaxRequestBodyBytes = 1000);
        var request = new SignedInvoke("{}", "another secret") { SentBody = new byte[5000] }.ToRequest();
        request.Headers.TransferEncodingChunked = true;

        using var response = await endpoint.Client.SendAsync(request);

        (await Answer.ReadAsync(response)).MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_is_accepted()
    {
        const string body = """{"component_type":"workflow","component_name":"hello"}""";
        await using var endpoint = await TestEndpoint.StartAsync(static options => options.MaxRequestBodyBytes = body.Length);

        (await endpoint.InvokeAsync(body)).MustComplete("""{"message":"hello world"}""");
        (await endpoint.InvokeAsync(body + " ")).MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task Eight_megabytes_pass_without_any_set_up()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var text = new string('x', 8_000_000);

        (await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"echo","input":"{{text}}"}""")).MustComplete($"\"{text}\"");
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(255, 200)]
    [InlineData(256, 400)]
    [InlineData(5_000, 400)]
    [InlineData(200_000, 400)]
    public async Task Deep_nesting_is_carried_up_to_a_bound_and_never_ends_the_process(int levels, int status)
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var nested = $"{new string('[', levels)}{new string(']', levels)}";

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"echo","input":{{nested}}}""");

        Assert.Equal(status, answer.Status);
        if (status == 200)
            Assert.Contains(nested, answer.Text, StringComparison.Ordinal);
        else
            answer.MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INVALID_REQUEST");
    }

    [Fact]
    public async Task A_name_of_megabytes_fills_neither_the_answer_nor_the_log_and_begins_no_line_of_it()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var name = "fake\\nerror: all is lost" + new string('n', 3_000_000);

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"workflow","component_name":"{{name}}"}""");

        answer.MustBe(HttpStatusCode.NotFound, "WORKERLESS_COMPONENT_NOT_FOUND");
        Assert.InRange(answer.Text.Length, 100, 400);
        Assert.DoesNotContain('\n', Assert.Single(endpoint.Log.About("all is lost")).Message);
    }

    [Fact]
    public async Task A_type_that_contains_itself_cannot_be_made_to_recurse_without_end()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var tree = string.Concat(Enumerable.Repeat("{\"kids\":[", 120)) + string.Concat(Enumerable.Repeat("]}", 120));

        var answer = await endpoint.InvokeAsync($$"""{"component_type":"function","component_name":"count_nodes","input":{{tree}}}""");

        answer.MustRefuseTheInput();
        Assert.EndsWith("nests deeper than 64 levels", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_ends_early_is_a_bad_request()
    {
        await using var endpoint = await TestEndpoint.StartAsync();
        var invoke = new SignedInvoke("{}", TestEndpoint.Secret);
        var headers = string.Concat(invoke.Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
        using var socket = await RawHttp.ConnectAsync(endpoint.Address);

        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"POST /agnt5/invoke HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n{headers}\r\n2\r\n{{}}\r\nnot a chunk\r\n"));

        var (status, body) = await RawHttp.ReadAsync(socket);
        new Answer(status, body).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INVALID_REQUEST");
    }
}

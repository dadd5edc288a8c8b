using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agnt5.Endpoint.Tests.Components;
using Agnt5.Endpoint.Tests.Hosting;
using static Agnt5.Endpoint.Tests.Hosting.PayloadInvoke;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 7: input that is too large to keep and is bound while it arrives.</summary>
public sealed class LargeInputTests
{
    [Fact]
    public async Task A_large_input_is_bound_while_it_arrives()
    {
        var content = Measurements(70_000);
        Assert.True(content.Length > 6_000_000);
        await using var store = await InPiecesAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("function", "count_measurements", InputRef(store.Url(), content)))).MustComplete("""{"count":70000,"ids":2449965000}""");
    }

    [Fact]
    public async Task A_large_input_that_does_not_bind_is_the_callers_fault_and_names_the_place()
    {
        var content = Measurements(20_000, last: """{"id":"x","sensor":"s","value":1,"tags":[]}""");
        var incomplete = Measurements(20_000, last: """{"id":1,"sensor":"s"}""");
        await using var store = await StoreStub.StartAsync(context =>
            context.Response.Body.WriteAsync(context.Request.Path == "/incomplete" ? incomplete : content, context.RequestAborted).AsTask());
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "count_measurements", InputRef(store.Url(), content)));
        var missing = await endpoint.InvokeAsync(Body("function", "count_measurements", InputRef(store.Url("/incomplete"), incomplete)));

        answer.MustRefuseTheInput();
        Assert.Equal("$.measurements[20000].id: expected integer from -2147483648 to 2147483647, got a value that the type refuses", answer.Message);
        Assert.False(answer.Json["error"]!["retryable"]!.GetValue<bool>());
        Assert.Equal("$.measurements[20000]: expected object with id, sensor, value, tags, got a value that the type refuses", missing.Message);
    }

    [Theory]
    [InlineData("""{"name":"Bob","years":900}""", "$.people[40000].years: is refused (ArgumentOutOfRangeException)")]
    [InlineData("""{"name":"Bob","height":900,"years":30}""", "$.people[40000].height: is refused (ArgumentException)")]
    public async Task A_large_input_that_a_constructor_or_setter_refuses_names_the_place(string last, string message)
    {
        var content = Encoding.UTF8.GetBytes($$"""{"people":[{{string.Concat(Enumerable.Repeat("""{"name":"Ada","years":36,"height":170},""", 40_000))}}{{last}}]}""");
        Assert.True(content.Length > 1_500_000);
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "count_people", InputRef(store.Url(), content)));

        answer.MustRefuseTheInput();
        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task A_large_input_is_held_to_its_limits_like_a_small_one()
    {
        var readings = string.Join(',', Enumerable.Range(0, 60_000).Select(static id => $$"""{"id":{{id}},"sensor":"s"}"""));
        var content = Encoding.UTF8.GetBytes($$"""{"label":"good","readings":[{{readings}}]}""");
        var broken = Encoding.UTF8.GetBytes($$"""{"label":"too long","readings":[{{readings}},{"id":100000,"sensor":null}]}""");
        Assert.True(content.Length > 1_500_000);
        await using var store = await StoreStub.StartAsync(context =>
            context.Response.Body.WriteAsync(context.Request.Path == "/broken" ? broken : content, context.RequestAborted).AsTask());
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("function", "count_readings", InputRef(store.Url(), content)))).MustComplete("60000");
        var answer = await endpoint.InvokeAsync(Body("function", "count_readings", InputRef(store.Url("/broken"), broken)));

        answer.MustRefuseTheInput();
        Assert.Equal(
            "$.label: expected string of at most 5 characters, got a string; $.readings[60000].id: "
                + "expected integer from 0 to 99999, got a number; $.readings[60000].sensor: expected string, got null",
            answer.Message);
    }

    [Fact]
    public async Task A_large_input_that_stops_being_json_late_is_no_input_error_of_the_component()
    {
        byte[] content = [.. Measurements(20_000, last: """{"id":"x"}"""), .. "]"u8];
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body("function", "count_measurements", InputRef(store.Url(), content)))).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INPUT_REF_INVALID");
    }

    [Fact]
    public async Task A_large_input_of_one_long_text_that_comes_in_pieces_arrives_whole()
    {
        var text = string.Concat(Enumerable.Repeat("héllo 🌍 ", 200_000));
        var content = JsonSerializer.SerializeToUtf8Bytes(new { text });
        await using var store = await InPiecesAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        var answer = await endpoint.InvokeAsync(Body("function", "echo", InputRef(store.Url(), content)));

        Assert.Equal(text, answer.Json["output"]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("tool", "describe_all", "[1]", "\"0 items\"")]
    [InlineData("tool", "describe_all", """{"names":["a"]}""", "\"1 items\"")]
    [InlineData("workflow", "hello", "null", """{"message":"hello world"}""")]
    [InlineData("function", "run_without_input", "[1]", "\"ran\"")]
    public async Task A_large_document_means_what_a_small_one_means(string type, string name, string document, string output)
    {
        var content = Encoding.UTF8.GetBytes(new string(' ', 1_100_000) + document);
        await using var store = await StoreStub.ServingAsync(content);
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        (await endpoint.InvokeAsync(Body(type, name, InputRef(store.Url(), content)))).MustComplete(output);
    }

    [Fact]
    public async Task Free_form_members_of_a_large_input_nest_as_deep_as_those_of_a_small_one()
    {
        var deep = $"{new string('[', 200)}{new string(']', 200)}";
        var small = Encoding.UTF8.GetBytes($$"""{"name":"p","data":{{deep}}}""");
        var large = Encoding.UTF8.GetBytes($$"""{"name":"p",{{new string(' ', 1_100_000)}}"data":{{deep}}}""");
        await using var store = await StoreStub.StartAsync(context =>
            context.Response.Body.WriteAsync(context.Request.Path == "/small" ? small : large, context.RequestAborted).AsTask());
        await using var endpoint = await TestEndpoint.StartAsync(AllowLoopback);

        foreach (var (path, content) in new[] { ("/small", small), ("/large", large) })
        {
            var answer = await endpoint.InvokeAsync(Body("function", "repack", InputRef(store.Url(path), content)));
            Assert.Equal($$$"""{"status":"completed","output":{"name":"p","data":{{{deep}}}}}""", answer.Text);
        }
    }

    /// <summary>A store that sends in pieces that end anywhere.</summary>
    private static Task<StoreStub> InPiecesAsync(byte[] content) => StoreStub.StartAsync(async context =>
    {
        const int piece = 50_021;
        for (var start = 0; start < content.Length; start += piece)
        {
            await context.Response.Body.WriteAsync(content.AsMemory(start, Math.Min(piece, content.Length - start)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    });

    private static byte[] Measurements(int count, string? last = null)
    {
        var list = JsonSerializer.SerializeToNode(Enumerable.Range(0, count).Select(Measurement.Number), JsonSerializerOptions.Web)!.AsArray();
        if (last is not null)
            list.Add(JsonNode.Parse(last));
        return Encoding.UTF8.GetBytes(new JsonObject { ["measurements"] = list }.ToJsonString());
    }
}

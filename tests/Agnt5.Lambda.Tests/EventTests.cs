using System.Net;
using System.Text;
using Agnt5.Lambda.Tests.Emulation;

namespace Agnt5.Lambda.Tests;

/// <summary>Requests reach the endpoint in whatever event AWS wraps them, and answers reach the caller.</summary>
public sealed class EventTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello","input":{"name":"Ada"}}""";

    public static TheoryData<string> Shapes => [.. EventShape.All];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_signed_invoke_runs_behind_every_trigger_of_AWS(string shape)
    {
        await using var function = await TestFunction.StartAsync();

        (await function.InvokeAsync(Hello, shape)).MustComplete("""{"message":"hello Ada"}""");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_manifest_is_served_and_every_other_path_is_not_found(string shape)
    {
        await using var function = await TestFunction.StartAsync();

        Assert.Equal(200, (await function.SendAsync(PlayedRequest.Get("/.well-known/agnt5"), shape)).Status);
        Assert.Equal(404, (await function.SendAsync(PlayedRequest.Get("/.well-known/agnt5/"), shape)).Status);
        Assert.Equal(404, (await function.SendAsync(PlayedRequest.Get("/agnt5/invoke"), shape)).Status);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task An_invoke_whose_body_was_changed_on_its_way_is_refused(string shape)
    {
        await using var function = await TestFunction.StartAsync();

        var answer = await function.SendAsync(PlayedRequest.Invoke(Hello) with { Body = Encoding.UTF8.GetBytes(Hello.Replace("Ada", "Eve", StringComparison.Ordinal)) }, shape);

        new Endpoint.Tests.Hosting.Answer(answer.Status, answer.Text).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_header_that_comes_twice_is_never_taken_for_one_of_its_values(string shape)
    {
        if (shape == EventShape.LoadBalancer)
            return; // It keeps the last value alone, and tells nobody.
        await using var function = await TestFunction.StartAsync();
        var invoke = PlayedRequest.Invoke(Hello);
        var twice = invoke.With("X-AGNT5-Signature", invoke.Headers.Single(static header => header.Key == "X-AGNT5-Signature").Value);

        Assert.Equal(401, (await function.SendAsync(twice, shape)).Status);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_signature_counts_for_the_bytes_that_the_caller_sent(string shape)
    {
        await using var function = await TestFunction.StartAsync();
        var body = Encoding.UTF8.GetBytes("""{"component_type":"function","component_name":"echo","input":"\u0000 \\ \" ü 🌍 \ud83c\udf0d"}""");

        foreach (var isBase64 in (bool[])[true, false])
        {
            var answer = await function.SendAsync(PlayedRequest.Invoke(body), shape, isBase64: isBase64);
            new Endpoint.Tests.Hosting.Answer(answer.Status, answer.Text).MustComplete("\"\\u0000 \\\\ \\\" ü 🌍 🌍\"");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Bytes_that_are_no_text_reach_the_endpoint_as_they_were_signed(string shape)
    {
        await using var function = await TestFunction.StartAsync();
        byte[] body = [.. Encoding.ASCII.GetBytes(Hello[..^4]), 0xff, 0xc3, 0x28, .. "\"}}"u8];

        var answer = await function.SendAsync(PlayedRequest.Invoke(body), shape);

        // Another byte would be another signature, and 401.
        new Endpoint.Tests.Hosting.Answer(answer.Status, answer.Text).MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INVALID_REQUEST");
    }

    [Fact]
    public async Task A_base_path_of_the_program_stands_before_both_routes()
    {
        await using var function = await TestFunction.StartAsync(static builder => builder.PathBase = "/hooks");

        Assert.Equal(200, (await function.SendAsync(PlayedRequest.Get("/hooks/.well-known/agnt5"), EventShape.HttpApiWithStage)).Status);
        Assert.Equal(404, (await function.SendAsync(PlayedRequest.Get("/hooksX/.well-known/agnt5"))).Status);
    }

    [Theory]
    [InlineData("hooks")]
    [InlineData("/hooks/")]
    [InlineData("/")]
    public async Task A_base_path_that_no_request_would_have_stops_the_start(string pathBase)
    {
        await using var function = await TestFunction.StartAsync(builder => builder.PathBase = pathBase);

        Assert.Contains("give a path like /hooks", (await function.Aws.InitErrorAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_balancer_that_wants_lists_gets_lists()
    {
        await using var function = await TestFunction.StartAsync();

        Assert.True((await function.SendAsync(PlayedRequest.Get("/.well-known/agnt5"), EventShape.LoadBalancerWithLists)).HasLists);
        Assert.False((await function.SendAsync(PlayedRequest.Get("/.well-known/agnt5"), EventShape.LoadBalancer)).HasLists);
    }

    [Theory]
    [InlineData("""{"Records":[{"body":"my order"}]}""")]
    [InlineData("""{"requestContext":{},"my order":1}""")]
    [InlineData("""{"requestContext":{"http":{"method":"POST"}}}""")]
    [InlineData("""{"requestContext":{"http":{"method":"POST"}},"rawPath":"/agnt5/invoke","isBase64Encoded":true,"body":"my order!"}""")]
    [InlineData("""{"requestContext":{"http":{"method":"POST"}},"rawPath":"/agnt5/invoke","body":"\ud83c"}""")]
    [InlineData("\"my order\"")]
    [InlineData("null")]
    [InlineData("my order")]
    [InlineData("")]
    public async Task An_event_that_is_no_request_gets_an_error_that_helps_and_tells_nothing_of_it(string json)
    {
        await using var function = await TestFunction.StartAsync();

        var failure = (await function.Aws.InvokeAsync(json)).Failure!;

        Assert.Equal("Agnt5.UnknownEvent", failure.Type);
        Assert.Contains("function URL", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("order", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("order", function.Log, StringComparison.Ordinal);
        (await function.InvokeAsync(Hello)).MustComplete("""{"message":"hello Ada"}""");
    }
}

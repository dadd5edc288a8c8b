using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Lambda.Tests.Emulation;

namespace Agnt5.Lambda.Tests;

/// <summary>Answers that AWS would not carry are refused in the protocol's words, and not by AWS, whose 502 tells nobody why.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData(EventShape.FunctionUrl, 6_200_000, 7_000_000)]
    [InlineData(EventShape.HttpApi, 6_200_000, 7_000_000)]
    [InlineData(EventShape.RestApi, 6_200_000, 7_000_000)]
    [InlineData(EventShape.LoadBalancer, 1_000_000, 1_100_000)]
    [InlineData(EventShape.LoadBalancerWithLists, 1_000_000, 1_100_000)]
    public async Task An_answer_over_the_limit_of_AWS_is_refused_with_the_way_out(string shape, int fits, int tooLarge)
    {
        await using var function = await TestFunction.StartAsync();

        (await function.InvokeAsync(Large(fits), shape)).MustBe("completed");
        var refused = await function.InvokeAsync(Large(tooLarge), shape);

        refused.MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_PAYLOAD_TOO_LARGE");
        Assert.Contains("output_upload", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.Json["error"]!["retryable"]!.GetValue<bool>());
        (await function.InvokeAsync(Large(1), shape)).MustComplete("""{"notes":"x"}""");
    }

    [Fact]
    public async Task What_AWS_counts_is_the_answer_inside_of_its_event()
    {
        await using var function = await TestFunction.StartAsync();
        // Each quote is an escape of two bytes in the answer, and of four in the event.
        var quotes = string.Concat(Enumerable.Repeat("\\\"", 1_700_000));

        var refused = await function.InvokeAsync($$"""{"component_type":"function","component_name":"echo","input":"{{quotes}}"}""");

        refused.MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task A_function_URL_that_streams_carries_answers_that_no_buffer_would()
    {
        await using var function = await TestFunction.StartAsync(static builder => builder.StreamResponses = true);

        var answer = await function.Aws.InvokeAsync(EventShape.Wrap(EventShape.FunctionUrl, PlayedRequest.Invoke(Large(9_000_000))));

        Assert.True(answer.IsStreamed);
        var http = answer.ToHttp();
        Assert.Equal("application/json; charset=utf-8", http.Headers["content-type"]);
        new Answer(http.Status, http.Text).MustComplete($$"""{"notes":"{{new string('x', 9_000_000)}}"}""");
    }

    [Fact]
    public async Task A_streamed_refusal_keeps_its_status()
    {
        await using var function = await TestFunction.StartAsync(static builder => builder.StreamResponses = true);

        var http = await function.SendAsync(PlayedRequest.Invoke(Large(1)).Without("X-AGNT5-Signature"));

        new Answer(http.Status, http.Text).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_MISSING");
    }

    [Theory]
    [InlineData(EventShape.HttpApi)]
    [InlineData(EventShape.RestApi)]
    [InlineData(EventShape.LoadBalancer)]
    public async Task Triggers_that_take_no_stream_get_none_from_a_function_that_streams(string shape)
    {
        await using var function = await TestFunction.StartAsync(static builder => builder.StreamResponses = true);

        Assert.False((await function.Aws.InvokeAsync(EventShape.Wrap(shape, PlayedRequest.Invoke(Large(1))))).IsStreamed);
    }

    private static string Large(int size) => $$$"""{"component_type":"workflow","component_name":"large","input":{"size":{{{size}}}}}""";
}

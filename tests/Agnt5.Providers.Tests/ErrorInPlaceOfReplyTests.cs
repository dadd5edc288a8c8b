using Agnt5.Providers.Tests.Hosting;
using Agnt5.Providers.Tests.Wire;

namespace Agnt5.Providers.Tests;

/// <summary>A provider may fail after it has answered 200: with an error inside of the stream, or in place of the reply.</summary>
public sealed class ErrorInPlaceOfReplyTests
{
    [Theory]
    [InlineData("overloaded_error")]
    [InlineData("api_error")]
    [InlineData("rate_limit_error")]
    [InlineData("timeout_error")]
    public async Task Anthropics_error_inside_of_a_stream_is_read_as_the_status_that_it_stands_for(string code)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(WireErrors.AnthropicStream(code), run.Wire.Says("Yes.", streams: true));

        await run.MustCompleteOnTheSecondAttemptAsync(isStreaming: true);
    }

    [Theory]
    [InlineData("invalid_request_error")]
    [InlineData("billing_error")]
    [InlineData("some_new_error")]
    public async Task An_error_inside_of_a_stream_that_does_not_pass_is_not_tried_again(string code)
    {
        await using var run = await ProviderRun.StartAsync(Provider.Anthropic);
        run.Server.Replies(WireErrors.AnthropicStream(code));

        await run.MustFailAtOnceAsync(isStreaming: true);
    }

    [Theory]
    [InlineData("rate_limit_exceeded")]
    [InlineData("server_error")]
    public async Task OpenAIs_error_inside_of_a_stream_is_read_as_what_it_is(string code)
    {
        await using var run = await ProviderRun.StartAsync(Provider.OpenAIResponses);
        run.Server.Replies(WireErrors.ResponsesStream(code), run.Wire.Says("Yes.", streams: true));

        await run.MustCompleteOnTheSecondAttemptAsync(isStreaming: true);
    }

    [Fact]
    public async Task Ollamas_error_in_place_of_a_reply_is_tried_again()
    {
        await using var run = await ProviderRun.StartAsync(Provider.Ollama);
        run.Server.Replies(new CannedReply { Pieces = ["""{"error":"llama runner process has terminated"}"""] }, run.Wire.Says("Yes."));

        await run.MustCompleteOnTheSecondAttemptAsync(isStreaming: false);
    }
}

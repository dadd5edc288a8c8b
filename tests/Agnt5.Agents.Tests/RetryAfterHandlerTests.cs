using System.Net;
using System.Net.Http.Headers;

namespace Agnt5.Agents.Tests;

/// <summary>A provider's response says whether and when to try again, even when its client hides that.</summary>
public sealed class RetryAfterHandlerTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, 7)]
    [InlineData((HttpStatusCode)529, 7)]
    [InlineData(HttpStatusCode.InternalServerError, null)]
    [InlineData(HttpStatusCode.RequestTimeout, null)]
    public async Task A_response_that_says_to_try_again_is_tried_again_after_the_wait_that_it_asks_for(HttpStatusCode status, int? seconds)
    {
        var throttled = await Assert.ThrowsAsync<ModelThrottledException>(() => SendAsync(status, seconds is { } asked ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(asked)) : null));

        Assert.Equal(seconds, (int?)throttled.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_date_to_try_again_at_is_compared_with_the_clock()
    {
        var time = new ManualTime();

        var throttled = await Assert.ThrowsAsync<ModelThrottledException>(() => SendAsync(HttpStatusCode.ServiceUnavailable, new RetryConditionHeaderValue(time.GetUtcNow().AddMinutes(2)), time));

        Assert.Equal(TimeSpan.FromMinutes(2), throttled.RetryAfter);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Any_other_response_is_left_to_the_providers_client(HttpStatusCode status) =>
        Assert.Equal(status, (await SendAsync(status)).StatusCode);

    [Fact]
    public async Task A_connection_that_fails_is_told_without_the_hosts_of_a_network()
    {
        var refused = new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (gateway.internal:8443)");
        var ended = new HttpIOException(HttpRequestError.ResponseEnded, "gateway.internal ended it.");

        foreach (var (failure, told) in new (Exception, string)[] { (refused, "(ConnectionError)"), (ended, "(ResponseEnded)"), (new IOException("gateway.internal is gone"), "(IOException)") })
        {
            using var client = new HttpClient(new RetryAfterHandler { InnerHandler = new Failing(failure) });

            var throttled = await Assert.ThrowsAsync<ModelThrottledException>(() => client.GetAsync("http://provider.example/"));

            Assert.Equal($"The connection to the model's provider failed {told}.", throttled.Message);
            Assert.Same(failure, throttled.InnerException);
            Assert.True(throttled.MayRetry);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpStatusCode status, RetryConditionHeaderValue? retryAfter = null, TimeProvider? time = null)
    {
        var response = new HttpResponseMessage(status);
        response.Headers.RetryAfter = retryAfter;
        using var client = new HttpClient(new RetryAfterHandler(time) { InnerHandler = new Answering(response) });
        return await client.GetAsync("http://provider.example/");
    }

    private sealed class Failing(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw failure;
    }

    private sealed class Answering(HttpResponseMessage response) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(response);
    }
}

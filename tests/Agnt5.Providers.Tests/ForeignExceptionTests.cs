using Azure;
using Azure.Core;
using Grpc.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Providers.Tests;

/// <summary>The exceptions of packages that other clients stand on: Azure's, and those of gRPC.</summary>
public sealed class ForeignExceptionTests
{
    [Theory]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(400, false)]
    public async Task Azures_exceptions_are_read_by_their_status(int status, bool isTransient) =>
        Assert.Equal(isTransient, await WaitAfterAsync(new RequestFailedException(status, "Oh.")) is not null);

    [Theory]
    [InlineData(StatusCode.Unavailable, true)]
    [InlineData(StatusCode.ResourceExhausted, true)]
    [InlineData(StatusCode.DeadlineExceeded, true)]
    [InlineData(StatusCode.InvalidArgument, false)]
    [InlineData(StatusCode.Unauthenticated, false)]
    public async Task The_exceptions_of_gRPC_are_read_by_their_status(StatusCode status, bool isTransient) =>
        Assert.Equal(isTransient, await WaitAfterAsync(new RpcException(new Status(status, "Oh."))) is not null);

    [Fact]
    public async Task The_retry_info_of_gRPC_is_the_wait()
    {
        // google.rpc.Status { code: 8, message: "Oh.", details: [Any { type_url: "type.googleapis.com/google.rpc.RetryInfo", value: RetryInfo { retry_delay: { seconds: 90, nanos: 500000000 } } }] }
        byte[] delay = [0x08, 90, 0x10, 0x80, 0xCA, 0xB5, 0xEE, 0x01];
        byte[] info = [0x0A, (byte)delay.Length, .. delay];
        byte[] type = [.. "type.googleapis.com/google.rpc.RetryInfo"u8];
        byte[] any = [0x0A, (byte)type.Length, .. type, 0x12, (byte)info.Length, .. info];
        byte[] status = [0x08, 8, 0x12, 3, .. "Oh."u8, 0x1A, (byte)any.Length, .. any];

        Assert.Equal(90_500, await WaitAfterAsync(new RpcException(new Status(StatusCode.ResourceExhausted, "Oh."), new Metadata { { "grpc-status-details-bin", status } })));
    }

    [Theory]
    [InlineData(new byte[] { 0x1A, 0xFF })]
    [InlineData(new byte[] { 0x1A, 0x05, 0x0A })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { })]
    public async Task Details_that_are_no_message_are_no_wait(byte[] details) =>
        Assert.Equal(1000, await WaitAfterAsync(new RpcException(new Status(StatusCode.Unavailable, "Oh."), new Metadata { { "grpc-status-details-bin", details } })));

    [Fact]
    public async Task The_pushback_of_gRPC_is_the_wait() =>
        Assert.Equal(70_000, await WaitAfterAsync(new RpcException(new Status(StatusCode.Unavailable, "Oh."), new Metadata { { "grpc-retry-pushback-ms", "70000" } })));

    [Theory]
    [InlineData("HTTP 429 (rate_limit_exceeded: requests)\n\nSlow down.", true)]
    [InlineData("Service request failed.\nStatus: 503 (Service Unavailable)\n", true)]
    [InlineData("Status Code: TooManyRequests\n{}", true)]
    [InlineData("Status(StatusCode=\"Unavailable\", Detail=\"Oh.\")", true)]
    [InlineData("HTTP 400 (invalid_request_error: )", false)]
    [InlineData("HTTP 429 (insufficient_quota: insufficient_quota)", false)]
    [InlineData("The tool 500 is unknown.", false)]
    [InlineData("""The result {"status":"unavailable"} cannot be sent.""", false)]
    [InlineData("""The result {"Status":"Unavailable","StatusCode":503} cannot be sent.""", false)]
    [InlineData("""The result {"type":"timeout","code":"500"} cannot be sent.""", false)]
    [InlineData("""The result {"error":"x","items":[{"type":"internal"}]} cannot be sent.""", false)]
    [InlineData("""{"type":"error","error":{"message":"Oh {","type":"overloaded_error"}}""", true)]
    [InlineData("""[{"error":{"code":503,"details":[{"x":1}]}}]""", true)]
    [InlineData("""Broken: {"error":{"code":14,"details":[{"x":1}],"status":"UNAVAILABLE"}}""", true)]
    [InlineData("""{"error": {"type":"server_error","message":"It was cut o""", true)]
    [InlineData("""{"error":{"type":"invalid_request_error","details":[{"type":"unavailable"}]}}""", false)]
    public async Task Where_the_members_of_an_exception_were_trimmed_away_its_text_decides(string text, bool isTransient) =>
        Assert.Equal(isTransient, await WaitAfterAsync(new TrimmedException(text)) is not null);

    [Fact]
    public async Task A_client_that_gave_up_after_its_own_retries_is_read_by_the_last_failure() =>
        Assert.Equal(1000, await WaitAfterAsync(new AggregateException(new TrimmedException("HTTP 400"), new TrimmedException("HTTP 503"))));

    [Fact]
    public async Task A_clients_own_timeout_is_tried_again() => Assert.Equal(1000, await WaitAfterAsync(new TaskCanceledException("It took longer than 100 seconds.")));

    [Fact]
    public async Task Headers_that_throw_do_no_harm() => Assert.Equal(1000, await WaitAfterAsync(new HeadersException()));

    [Fact]
    public async Task A_property_that_throws_does_no_harm() => Assert.Null(await WaitAfterAsync(new ThrowingException()));

    private static async Task<long?> WaitAfterAsync(Exception failure)
    {
        await using var endpoint = await AgentEndpoint.StartAsync();
        endpoint.Model.Throws(failure);

        var answer = await endpoint.Turn("librarian", "Do you have Emma?").SliceAsync(deadlineInMs: 500);

        return answer.Json["ready_at_ms"]?.GetValue<long>() - ManualTime.StartMs;
    }

    private sealed class TrimmedException(string message) : Exception(message);

    private sealed class HeadersException : Exception
    {
        public int Status => 503;

        public IEnumerable<object?> Headers
        {
            get
            {
                yield return null;
                yield return KeyValuePair.Create<string, IEnumerable<string>>("Retry-After", null!);
                yield return KeyValuePair.Create<string, string>(null!, "1");
                throw new ObjectDisposedException("the response");
            }
        }
    }

    private sealed class ThrowingException : Exception
    {
        public int Status => throw new InvalidOperationException("There is no response.");

        public object GetRawResponse() => throw new InvalidOperationException("There is no response.");
    }
}

using System.IO.Pipelines;
using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>A body that does not arrive is the caller's doing, whichever exception a web server has for it.</summary>
public sealed class BrokenBodyTests
{
    public static TheoryData<string> Failures =>
    [
        "IOException", "InvalidOperationException", "ObjectDisposedException", "OperationCanceledException", "Canceled", "CanceledAndCompleted", "SynchronousException",
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_body_that_breaks_off_is_refused_whatever_the_host_throws(string failure)
    {
        await using var endpoint = new InMemoryEndpoint();

        var answer = await endpoint.SendAsync(new ForeignRequest(new BrokenBody(failure)));

        answer.MustBe(HttpStatusCode.BadRequest, "WORKERLESS_INVALID_REQUEST");
        Assert.Contains("body ended before it was complete", answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(endpoint.Log.Lines, static line => line.Level >= LogLevel.Error);
        Assert.Single(endpoint.Log.About("was refused with WORKERLESS_INVALID_REQUEST"));
    }

    [Fact]
    public async Task A_caller_that_leaves_while_its_body_is_read_is_told_from_a_broken_body()
    {
        await using var endpoint = new InMemoryEndpoint();
        using var left = new CancellationTokenSource();

        await endpoint.SendAsync(new ForeignRequest(new BrokenBody("OperationCanceledException", left.Cancel)), left.Token);

        Assert.Single(endpoint.Log.About("A caller left before its request was read"));
        Assert.DoesNotContain(endpoint.Log.Lines, static line => line.Level >= LogLevel.Warning && line.Message.Contains("refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_too_large_and_not_broken()
    {
        await using var endpoint = new InMemoryEndpoint(static options =>
        {
            InMemoryEndpoint.AllowUnsigned(options);
            options.MaxRequestBodyBytes = 8;
        });

        var answer = await endpoint.SendAsync(new ForeignRequest(new BrokenBody("IOException")));

        answer.MustBe(HttpStatusCode.RequestEntityTooLarge, "WORKERLESS_PAYLOAD_TOO_LARGE");
    }

    /// <summary>An invoke of a web server that this repository does not know.</summary>
    private sealed class ForeignRequest(PipeReader body) : ServerlessRequest
    {
        public override string Method => "POST";

        public override string Path => ServerlessEndpoint.InvokePath;

        public override long? ContentLength => null;

        public override PipeReader Body => body;

        public override string? Header(string name) => null;
    }

    /// <summary>Gives a part of a body, and then fails as its host fails.</summary>
    private sealed class BrokenBody(string failure, Action? beforehand = null) : PipeReader
    {
        private readonly byte[] _part = "{\"component_type\":\"workflow\","u8.ToArray();
        private int _reads;

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            if (_reads++ == 0)
                return new(new ReadResult(new(_part), isCanceled: false, isCompleted: false));

            beforehand?.Invoke();
            return failure switch
            {
                "Canceled" when _reads == 2 => new(new ReadResult(default, isCanceled: true, isCompleted: false)),
                // As of a pipe whose reader was cancelled before its writer was completed.
                "CanceledAndCompleted" when _reads == 2 => new(new ReadResult(default, isCanceled: true, isCompleted: true)),
                "SynchronousException" => throw new NotSupportedException("thrown at once"),
                "IOException" => ValueTask.FromException<ReadResult>(new IOException("reset")),
                "ObjectDisposedException" => ValueTask.FromException<ReadResult>(new ObjectDisposedException("request")),
                "OperationCanceledException" => ValueTask.FromException<ReadResult>(new OperationCanceledException("a token of the host's")),
                _ => ValueTask.FromException<ReadResult>(new InvalidOperationException("the stream of the request is gone")),
            };
        }

        public override bool TryRead(out ReadResult result) => throw new NotSupportedException();

        public override void AdvanceTo(SequencePosition consumed)
        {
        }

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
        }

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }
}

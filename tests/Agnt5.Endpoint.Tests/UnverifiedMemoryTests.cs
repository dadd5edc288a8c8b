using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using Agnt5.Endpoint.Tests.Hosting;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: the memory of bodies that nobody has verified, and who gives way when there is no more of it.</summary>
public sealed class UnverifiedMemoryTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task What_a_body_brought_before_it_stalled_is_counted()
    {
        await using var endpoint = new InMemoryEndpoint(static options =>
        {
            options.SigningSecret = "new";
            options.MaxRequestBodyBytes = Megabyte;
            options.MaxUnverifiedBytes = 1;
        });

        var stalled = await StallAsync(endpoint, 4, Megabyte - 1000);

        (await stalled[0].WaitAsync(TimeSpan.FromSeconds(20))).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_BUSY");
        Assert.False(stalled[^1].IsCompleted);
    }

    [Fact]
    public async Task A_request_with_a_secret_that_was_just_made_runs_while_others_stall_as_many_bodies_as_they_can()
    {
        string[] secrets = ["old"];
        var store = new TaskCompletionSource();
        store.SetResult();
        await using var endpoint = new InMemoryEndpoint(options =>
        {
            options.MaxRequestBodyBytes = 64 * 1024;
            options.MaxUnverifiedBytes = 1;
            options.SigningSecretResolver = async _ =>
            {
                await store.Task;
                return secrets;
            };
        });
        (await endpoint.SendAsync(Signed(endpoint, "old"))).MustComplete("""{"message":"hello world"}""");
        // The bound holds fewer, so they take all of it.
        var stalled = await StallAsync(endpoint, 80, 0);
        await stalled[0].WaitAsync(TimeSpan.FromSeconds(20));
        endpoint.Time.Advance(TimeSpan.FromSeconds(1));

        (secrets, store) = (["newer", "old"], new TaskCompletionSource());
        var newer = endpoint.SendAsync(Signed(endpoint, "newer"));
        Assert.False(newer.IsCompleted);
        store.SetResult();

        (await newer).MustComplete("""{"message":"hello world"}""");
        Assert.False(stalled[^1].IsCompleted);
    }

    private static InMemoryRequest Signed(InMemoryEndpoint endpoint, string secret)
    {
        var invoke = new SignedInvoke(Hello, secret);
        invoke.Sign(secret, $"{endpoint.Time.NowMs}", "run-1:0");
        return invoke.ToRequestInMemory();
    }

    // On a thread of the pool, where who gives way gives its memory back before the next one comes: the context of a test would put that off.
    private static Task<Task<Answer>[]> StallAsync(InMemoryEndpoint endpoint, int count, int length) =>
        Task.Run(() => Enumerable.Range(0, count).Select(_ => StallAsync(endpoint, length)).ToArray());

    private static Task<Answer> StallAsync(InMemoryEndpoint endpoint, int length)
    {
        var body = new Pipe(new PipeOptions(readerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0, useSynchronizationContext: false));
        if (length > 0)
        {
            body.Writer.Write(new byte[length]);
            Assert.True(body.Writer.FlushAsync().IsCompleted);
        }

        return endpoint.SendAsync(new StalledRequest(Signed(endpoint, "forged"), body.Reader));
    }

    /// <summary>A request whose body never ends.</summary>
    private sealed class StalledRequest(ServerlessRequest head, PipeReader body) : ServerlessRequest
    {
        public override string Method => head.Method;

        public override string Path => head.Path;

        public override long? ContentLength => null;

        public override PipeReader Body => body;

        public override string? Header(string name) => head.Header(name);
    }
}

using System.IO.Pipelines;
using System.Net;
using Agnt5.Endpoint.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Agnt5.Endpoint.Tests;

/// <summary>Protocol section 3: a resolver stands before a secret store, and strangers must not be able to hurt the store or to get past it.</summary>
public sealed class SecretResolverTests
{
    private const string Hello = """{"component_type":"workflow","component_name":"hello"}""";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("X-AGNT5-Signature", null, "WORKERLESS_SIGNATURE_MISSING")]
    [InlineData("X-AGNT5-Signature-Version", "v9", "WORKERLESS_SIGNATURE_VERSION_UNSUPPORTED")]
    [InlineData("X-AGNT5-Timestamp", "soon", "WORKERLESS_SIGNATURE_TIMESTAMP_INVALID")]
    [InlineData("X-AGNT5-Timestamp", "5", "WORKERLESS_SIGNATURE_EXPIRED")]
    public async Task A_stranger_whose_headers_are_not_in_order_costs_the_secret_store_nothing(string header, string? value, string code)
    {
        var store = new Store();
        await using var held = store.Endpoint();
        await using var asked = new InMemoryEndpoint(options => options.RequestSigningSecretResolver = (_, token) => store.AnswerAsync(token));

        foreach (var endpoint in (InMemoryEndpoint[])[held, asked])
            (await InvokeAsync(endpoint, change: invoke => invoke.Headers[header] = value)).MustBe(HttpStatusCode.Unauthorized, code);

        Assert.Equal(0, store.Questions);
    }

    [Fact]
    public async Task A_resolver_that_gives_nothing_lets_nobody_in_even_where_unsigned_invokes_are_allowed()
    {
        var store = new Store { Secrets = [" "] };
        await using var endpoint = store.Endpoint(static options => options.IsDevelopment = options.AllowUnsigned = true);

        (await endpoint.SendAsync(InMemoryRequest.Invoke(Hello))).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_MISSING");
        (await InvokeAsync(endpoint)).MustBe(HttpStatusCode.ServiceUnavailable, "WORKERLESS_SIGNING_SECRET_REQUIRED");

        Assert.Single(endpoint.Log.About("WORKERLESS_SIGNING_SECRET_REQUIRED"), static line => line.Level == LogLevel.Warning);
        store.Secrets = ["new"];
        endpoint.Time.Advance(Second);
        (await InvokeAsync(endpoint)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task An_answer_is_held_for_its_time_and_then_asked_for_again()
    {
        var store = new Store();
        await using var endpoint = store.Endpoint(static options => options.SigningSecretCacheTime = TimeSpan.FromSeconds(20));
        for (var i = 0; i < 5; i++)
            (await InvokeAsync(endpoint)).MustComplete("""{"message":"hello world"}""");
        Assert.Equal(1, store.Questions);

        store.Secrets = ["other"];
        endpoint.Time.AdvanceMs(19_999);
        (await InvokeAsync(endpoint)).MustComplete("""{"message":"hello world"}""");
        endpoint.Time.AdvanceMs(1);

        (await InvokeAsync(endpoint)).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
        Assert.Equal(2, store.Questions);
    }

    [Fact]
    public async Task Without_a_time_to_hold_it_each_invoke_asks()
    {
        var store = new Store();
        await using var endpoint = store.Endpoint(static options => options.SigningSecretCacheTime = TimeSpan.Zero);

        for (var i = 0; i < 3; i++)
            await InvokeAsync(endpoint);

        Assert.Equal(3, store.Questions);
    }

    [Fact]
    public async Task A_secret_that_belongs_to_the_request_is_never_held_for_another()
    {
        var store = new Store();
        await using var endpoint = new InMemoryEndpoint(options => options.RequestSigningSecretResolver = (_, token) => store.AnswerAsync(token));

        for (var i = 0; i < 3; i++)
            (await InvokeAsync(endpoint)).MustComplete("""{"message":"hello world"}""");

        Assert.Equal(3, store.Questions);
    }

    [Fact]
    public async Task All_who_come_while_the_store_is_asked_wait_for_one_answer_and_who_leaves_takes_it_from_nobody()
    {
        var store = new Store { IsClosed = true };
        await using var endpoint = store.Endpoint();
        using var leaving = new CancellationTokenSource();
        var left = InvokeAsync(endpoint, token: leaving.Token);
        var waiting = Enumerable.Range(0, 20).Select(_ => InvokeAsync(endpoint)).ToArray();

        await leaving.CancelAsync();
        await left;
        Assert.All(waiting, static invoke => Assert.False(invoke.IsCompleted));
        store.Open();

        foreach (var invoke in waiting)
            (await invoke).MustComplete("""{"message":"hello world"}""");
        Assert.Equal(1, store.Questions);
    }

    [Fact]
    public async Task A_new_secret_counts_at_once_and_wrong_signatures_ask_for_it_once_a_second_at_most()
    {
        var store = new Store();
        await using var endpoint = store.Endpoint();
        await InvokeAsync(endpoint);
        endpoint.Time.Advance(Second);

        store.Secrets = ["newer", "new"];
        (await InvokeAsync(endpoint, "newer")).MustComplete("""{"message":"hello world"}""");
        (await InvokeAsync(endpoint, "new")).MustComplete("""{"message":"hello world"}""");
        Assert.Equal(2, store.Questions);

        for (var i = 0; i < 20; i++)
        {
            (await InvokeAsync(endpoint, "guessed")).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");
            endpoint.Time.AdvanceMs(100);
        }

        Assert.InRange(store.Questions, 3, 4);
    }

    [Fact]
    public async Task A_store_that_fails_is_left_alone_for_a_second_and_then_asked_again()
    {
        var store = new Store { Failure = new TimeoutException("vault.internal did not answer") };
        await using var endpoint = store.Endpoint();

        for (var i = 0; i < 3; i++)
            (await InvokeAsync(endpoint)).MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_SIGNATURE_ERROR");
        Assert.Equal(1, store.Questions);
        Assert.Single(endpoint.Log.Lines, static line => line.Exception is TimeoutException && line.Level == LogLevel.Error);

        store.Failure = null;
        endpoint.Time.Advance(Second);
        (await InvokeAsync(endpoint)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_store_that_fails_takes_nothing_from_the_secrets_that_are_held()
    {
        var store = new Store();
        await using var endpoint = store.Endpoint();
        await InvokeAsync(endpoint);
        store.Failure = new TimeoutException();
        endpoint.Time.Advance(Second);

        (await InvokeAsync(endpoint, "guessed")).MustBe(HttpStatusCode.Unauthorized, "WORKERLESS_SIGNATURE_INVALID");

        Assert.Equal(2, store.Questions);
        (await InvokeAsync(endpoint)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_store_that_never_answers_is_given_up_and_asked_again_after_a_second()
    {
        var store = new Store { IsClosed = true };
        await using var endpoint = store.Endpoint();
        var waiting = InvokeAsync(endpoint);

        endpoint.Time.AdvanceMs(29_999);
        Assert.False(waiting.IsCompleted);
        endpoint.Time.AdvanceMs(1);
        (await waiting).MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_SIGNATURE_ERROR");

        store.Open();
        (await InvokeAsync(endpoint)).MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_SIGNATURE_ERROR");
        Assert.Equal(1, store.Questions);
        endpoint.Time.Advance(Second);
        (await InvokeAsync(endpoint)).MustComplete("""{"message":"hello world"}""");
    }

    [Fact]
    public async Task A_caller_that_leaves_while_its_secret_is_looked_up_is_no_failure_whatever_the_store_throws_then()
    {
        await using var endpoint = new InMemoryEndpoint(static options => options.RequestSigningSecretResolver = static async (_, token) =>
        {
            try
            {
                await Task.Delay(Timeout.Infinite, token);
                return [];
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException("Status(StatusCode=\"Cancelled\")");
            }
        });

        using var leaving = new CancellationTokenSource();
        var left = InvokeAsync(endpoint, token: leaving.Token);
        await leaving.CancelAsync();
        await left;

        Assert.Single(endpoint.Log.About("A caller left before its request was read"));
        Assert.DoesNotContain(endpoint.Log.Lines, static line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_host_that_fails_at_requests_of_strangers_fills_no_log()
    {
        await using var endpoint = new InMemoryEndpoint();

        for (var i = 0; i < 20; i++)
            (await endpoint.SendAsync(new BrokenRequest())).MustBe(HttpStatusCode.InternalServerError, "WORKERLESS_HANDLER_ERROR");

        Assert.Single(endpoint.Log.Lines, static line => line.Level == LogLevel.Error);
    }

    private static Task<Answer> InvokeAsync(InMemoryEndpoint endpoint, string secret = "new", Action<SignedInvoke>? change = null, CancellationToken token = default)
    {
        var invoke = new SignedInvoke(Hello, secret);
        invoke.Sign(secret, $"{endpoint.Time.NowMs}", "run-1:0");
        change?.Invoke(invoke);
        return endpoint.SendAsync(invoke.ToRequestInMemory(), token);
    }

    /// <summary>An invoke of a host that cannot read it.</summary>
    private sealed class BrokenRequest : ServerlessRequest
    {
        public override string Method => "POST";

        public override string Path => ServerlessEndpoint.InvokePath;

        public override long? ContentLength => null;

        public override PipeReader Body => throw new InvalidOperationException("The host has no body.");

        public override string? Header(string name) => null;
    }

    /// <summary>A secret store that counts its questions. While it is closed it does not answer, and does not listen to tokens.</summary>
    private sealed class Store
    {
        private readonly TaskCompletionSource _open = new();

        public string[] Secrets { get; set; } = ["new"];

        public Exception? Failure { get; set; }

        public bool IsClosed { get; init; }

        public int Questions { get; private set; }

        public void Open() => _open.SetResult();

        public InMemoryEndpoint Endpoint(Action<ServerlessOptions>? configure = null) => new(options =>
        {
            options.SigningSecretResolver = AnswerAsync;
            configure?.Invoke(options);
        });

        public async ValueTask<IReadOnlyList<string>> AnswerAsync(CancellationToken cancellationToken)
        {
            Questions++;
            if (IsClosed)
                await _open.Task;
            return Failure is null ? Secrets : throw Failure;
        }
    }
}

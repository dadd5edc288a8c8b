using System.Net;
using System.Net.Sockets;
using Agnt5.Client.Tests.Harness;

namespace Agnt5.Client.Tests;

/// <summary>What a caller is told when a call goes wrong. The key is never part of it.</summary>
public sealed class ErrorTests
{
    private const string Submit = "POST /v1/functions/greet/submit";

    private static readonly RunTarget Target = RunTarget.Function("greet");

    [Theory]
    [InlineData(403, """{"error":{"code":"INSUFFICIENT_SCOPES","message":"key lacks scope"}}""", "INSUFFICIENT_SCOPES", "the scope 'run'")]
    [InlineData(403, """{"error":"key lacks scope","code":"INSUFFICIENT_SCOPES"}""", "INSUFFICIENT_SCOPES", "the scope 'run'")]
    [InlineData(401, """{"error":"bad key"}""", Agnt5ClientErrors.Unauthorized, "has not been revoked")]
    [InlineData(404, """{"error":"no such component"}""", Agnt5ClientErrors.NotFound, "Check the id or name")]
    [InlineData(409, """{"error":"not paused"}""", Agnt5ClientErrors.Conflict, "status")]
    [InlineData(429, "rate limit exceeded", Agnt5ClientErrors.RateLimited, "Call less often")]
    [InlineData(200, "rate limit exceeded", Agnt5ClientErrors.UnexpectedAnswer, "AGNT5_GATEWAY_URL")]
    [InlineData(503, "upstream connect error", Agnt5ClientErrors.GatewayFailed, "Try again later")]
    [InlineData(500, "", Agnt5ClientErrors.GatewayFailed, "Try again later")]
    [InlineData(400, """{"message":"bad input"}""", Agnt5ClientErrors.RequestRefused, "bad input")]
    [InlineData(502, "<html><body>Bad Gateway</body></html>", Agnt5ClientErrors.UnexpectedAnswer, "a web page")]
    [InlineData(200, " <!doctype html><html></html>", Agnt5ClientErrors.UnexpectedAnswer, "a web page")]
    [InlineData(200, """{"run_id":"r-1","status":""", Agnt5ClientErrors.UnexpectedAnswer, "no JSON")]
    [InlineData(200, """{"status":"enqueued"}""", Agnt5ClientErrors.UnexpectedAnswer, "without a run_id")]
    [InlineData(200, "[]", Agnt5ClientErrors.UnexpectedAnswer, "without a run_id")]
    [InlineData(307, "", Agnt5ClientErrors.UnexpectedAnswer, "redirect")]
    public async Task An_answer_that_is_no_run_says_what_it_is_and_what_to_do(int status, string body, string code, string said)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, Answer.Text(body, "text/plain", status));
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));

        Assert.Equal((code, (HttpStatusCode)status), (problem.Code, problem.StatusCode));
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(problem.Advice, problem.Message, StringComparison.Ordinal);
        Assert.Single(gateway.Calls);
    }

    [Fact]
    public async Task A_call_without_a_key_that_is_refused_names_the_variable()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, """{"error":"no key"}""", 401);
        using var client = Clients.Of(gateway, configure: static options => options.ApiKey = null);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));

        Assert.Contains("AGNT5_API_KEY", problem.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($$"""{"error":"{{Clients.Key}} is revoked"}""")]
    [InlineData($"the key {Clients.Key} is revoked")]
    public async Task A_gateway_that_repeats_the_key_does_not_bring_it_into_a_message(string body)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, Answer.Text(body, "text/plain", 401));
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));

        Assert.Contains("is revoked", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Clients.Key, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_the_gateway_is_one_short_line_of_the_message()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, Answer.Text("line one\nline two\u001b[31m" + new string('x', 100_000), "text/plain", 500));
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));

        Assert.DoesNotContain(problem.Message, char.IsControl);
        Assert.InRange(problem.Message.Length, 500, 800);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_named_with_what_to_start()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = new Agnt5Client(new() { Gateway = new($"http://127.0.0.1:{port}"), ApiKey = Clients.Key });

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));

        Assert.Equal(Agnt5ClientErrors.ConnectionFailed, problem.Code);
        Assert.Contains($"http://127.0.0.1:{port}", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Start the local AGNT5", problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_says_whether_the_call_may_be_made_again()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, Answer.Cut);
        using var client = Clients.Of(gateway);

        var unsafeCall = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));
        var safeCall = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target, options: new() { IdempotencyKey = "k-1" }));

        Assert.Equal((Agnt5ClientErrors.ConnectionCut, Agnt5ClientErrors.ConnectionCut), (unsafeCall.Code, safeCall.Code));
        Assert.Contains("IdempotencyKey", unsafeCall.Advice, StringComparison.Ordinal);
        Assert.Contains("safe to repeat", safeCall.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_no_whole_answer()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, Answer.CutText("""{"run_id":"r-1",""", "application/json"));
        using var client = Clients.Of(gateway);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));

        Assert.Equal(Agnt5ClientErrors.ConnectionCut, problem.Code);
    }

    [Fact]
    public async Task A_gateway_that_does_not_answer_ends_the_call_in_time()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        var time = new InstantTime();
        gateway.On(Submit, context =>
        {
            time.EndLongWaits();
            return Answer.Silence(context);
        });
        using var client = Clients.Of(gateway, time);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));

        Assert.Equal(Agnt5ClientErrors.RequestTimeout, problem.Code);
        Assert.Contains("600 s", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Agnt5ClientOptions.Timeout", problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_leaves_gets_what_callers_that_leave_get()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        using var leaving = new CancellationTokenSource();
        gateway.On(Submit, context =>
        {
            leaving.Cancel();
            return Answer.Silence(context);
        });
        using var client = Clients.Of(gateway);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SubmitAsync(Target, cancellationToken: leaving.Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_without_an_end_does_not_fill_the_memory(bool hasLength)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("GET /v1/runs/r-1/output", async context =>
        {
            if (hasLength)
                context.Response.ContentLength = 1_000_000;
            var piece = new byte[1000];
            Array.Fill(piece, (byte)' ');
            for (var sent = 0; sent < 1_000_000 && !context.RequestAborted.IsCancellationRequested; sent += piece.Length)
                await context.Response.Body.WriteAsync(piece);
        });
        using var client = Clients.Of(gateway, configure: static options => options.MaxAnswerBytes = 10_000);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.OutputAsync("r-1"));

        Assert.Equal(Agnt5ClientErrors.AnswerTooLarge, problem.Code);
        Assert.Contains("MaxAnswerBytes", problem.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_of_a_client_that_was_handed_in_is_named()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, Answer.Silence);
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(1) };
        using var client = new Agnt5Client(new() { Gateway = gateway.Address }, http);

        var problem = await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));

        Assert.Equal(Agnt5ClientErrors.RequestTimeout, problem.Code);
        Assert.Contains("HttpClient.Timeout", problem.Advice, StringComparison.Ordinal);
    }
}

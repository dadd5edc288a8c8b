using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Agnt5.Endpoint.Tests.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests.Hosting;

/// <summary>An endpoint with a memory of requests and a clock, and the requests that somebody captured on their way to it.</summary>
public sealed class RepeatedEndpoint : IAsyncDisposable
{
    private readonly TestEndpoint _endpoint;

    private RepeatedEndpoint(TestEndpoint endpoint, ManualTime time) => (_endpoint, Time) = (endpoint, time);

    public ManualTime Time { get; }

    public Gates Gates => _endpoint.Services.GetRequiredService<Gates>();

    public RecordedLog Log => _endpoint.Log;

    public static Task<RepeatedEndpoint> StartAsync(SeenRequests? seen, Action<ServerlessOptions>? options = null, ManualTime? time = null) => StartAsync(
        builder => builder.Services.Configure<ServerlessOptions>(configured =>
        {
            configured.SeenRequests = seen;
            options?.Invoke(configured);
        }),
        time);

    public static async Task<RepeatedEndpoint> StartAsync(Action<WebApplicationBuilder> configure, ManualTime? time = null)
    {
        var clock = time ?? new ManualTime();
        return new RepeatedEndpoint(
            await TestEndpoint.StartAsync(builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<Gates>();
                configure(builder);
            }),
            clock);
    }

    /// <summary>How often the step of a run was done.</summary>
    public int Charges(string runId = "run-1") => _endpoint.Services.GetRequiredService<StepCounter>().Of(runId, Components.Charges.Step);

    /// <summary>A request as AGNT5 sends it.</summary>
    /// <param name="body">The body.</param>
    /// <param name="ahead">How far its stamp is ahead of the clock.</param>
    /// <param name="attemptId">Its attempt id.</param>
    /// <param name="secret">The secret that signs it.</param>
    public SignedInvoke Capture(string body, TimeSpan ahead = default, string attemptId = "run-1:0", string secret = TestEndpoint.Secret)
    {
        var invoke = new SignedInvoke(body, secret);
        invoke.Sign(secret, (Time.NowMs + (long)ahead.TotalMilliseconds).ToString(CultureInfo.InvariantCulture), attemptId);
        return invoke;
    }

    public async Task<Answer> SendAsync(SignedInvoke captured, Action<HttpRequestMessage>? change = null)
    {
        using var request = captured.ToRequest();
        change?.Invoke(request);
        using var response = await _endpoint.Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Sends a request whose body comes late.</summary>
    /// <param name="captured">The request.</param>
    /// <param name="timeout">How long the endpoint waits for bodies.</param>
    /// <param name="meanwhileAsync">What happens between head and body.</param>
    public async Task<Answer> SendSlowlyAsync(SignedInvoke captured, TimeSpan timeout, Func<Task> meanwhileAsync)
    {
        using var socket = await RawHttp.ConnectAsync(_endpoint.Address);
        var headers = string.Concat(captured.Headers.Select(static header => $"{header.Key}: {header.Value}\r\n"));
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /agnt5/invoke HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {captured.SentBody.Length}\r\n{headers}\r\n"));
        await Time.WhenTimerIsSetAsync(timeout);
        await meanwhileAsync();
        await socket.SendAsync(captured.SentBody);
        var (status, body) = await RawHttp.ReadAsync(socket);
        return new Answer(status, body);
    }

    /// <summary>Hands a request to the endpoint itself. Whatever the endpoint does without waiting is done when this returns.</summary>
    public Task<Answer> Hand(SignedInvoke captured, CancellationToken cancellationToken = default)
    {
        var request = new InMemoryRequest("POST", ServerlessEndpoint.InvokePath, captured.SentBody);
        foreach (var (name, value) in captured.Headers)
            request.Headers[name] = value!;
        return HandAsync(request, cancellationToken);
    }

    public ValueTask DisposeAsync() => _endpoint.DisposeAsync();

    private async Task<Answer> HandAsync(InMemoryRequest request, CancellationToken cancellationToken)
    {
        using var response = await _endpoint.Services.GetRequiredService<ServerlessEndpoint>().HandleAsync(request, cancellationToken);
        return new Answer(response.StatusCode, Encoding.UTF8.GetString(response.Body.Span));
    }
}

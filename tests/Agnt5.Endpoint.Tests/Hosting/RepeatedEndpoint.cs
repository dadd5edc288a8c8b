using System.Globalization;
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
        return new Answer(response.StatusCode, System.Text.Encoding.UTF8.GetString(response.Body.Span));
    }
}

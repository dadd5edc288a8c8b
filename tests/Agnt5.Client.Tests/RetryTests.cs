using Agnt5.Client.Tests.Harness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Client.Tests;

/// <summary>The client of an app's services: what it makes again, and what it logs.</summary>
public sealed class RetryTests
{
    private const string Submit = "POST /v1/functions/greet/submit";
    private const string Status = "GET /v1/runs/r-1";

    private static readonly RunTarget Target = RunTarget.Function("greet");

    [Fact]
    public async Task A_start_with_a_key_is_made_again_and_one_without_is_not()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Submit, Answer.Cut).On(Submit, "overloaded", 503).On(Submit, """{"run_id":"r-1","status":"enqueued"}""");
        await using var services = Services(gateway);
        var client = services.GetRequiredService<Agnt5Client>();

        await Assert.ThrowsAsync<Agnt5Exception>(() => client.SubmitAsync(Target));
        Assert.Equal(1, gateway.Count(Submit));
        var run = await client.SubmitAsync(Target, options: new() { IdempotencyKey = "k-1" });

        Assert.Equal(("r-1", 3), (run.Id, gateway.Count(Submit)));
    }

    [Fact]
    public async Task What_only_reads_is_made_again()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, Answer.Cut).On(Status, "rate limit exceeded", 429).On(Status, """{"run_id":"r-1","status":"running"}""");
        await using var services = Services(gateway);

        Assert.Equal(RunStatus.Running, (await services.GetRequiredService<Agnt5Client>().StatusAsync("r-1")).Status);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task An_answer_that_would_be_the_same_again_is_asked_for_once(int status)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, """{"error":"no"}""", status);
        await using var services = Services(gateway);

        await Assert.ThrowsAsync<Agnt5Exception>(() => services.GetRequiredService<Agnt5Client>().StatusAsync("r-1"));

        Assert.Equal(1, gateway.Count(Status));
    }

    [Fact]
    public async Task Signals_answers_and_ends_are_never_made_again()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("POST /v1/runs/r-1/signals/go", "busy", 503).On("POST /v1/runs/r-1/cancel", "busy", 503).On("POST /v1/workflows/resume/r-1", "busy", 503);
        await using var services = Services(gateway);
        var client = services.GetRequiredService<Agnt5Client>();

        await Assert.ThrowsAsync<Agnt5Exception>(() => client.SignalAsync("r-1", "go"));
        await Assert.ThrowsAsync<Agnt5Exception>(() => client.CancelAsync("r-1"));
        await Assert.ThrowsAsync<Agnt5Exception>(() => client.AnswerAsync("r-1", "yes", new() { EvenUnasked = true }));

        Assert.Equal(3, gateway.Calls.Count);
    }

    [Fact]
    public async Task An_event_is_published_again_with_the_same_id()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On("POST /v1/events", Answer.Cut).On("POST /v1/events", """{"event_run_id":"e-1"}""", 202);
        await using var services = Services(gateway);

        await services.GetRequiredService<Agnt5Client>().PublishAsync("order.created", default);

        Assert.Single(gateway.BodiesOf("POST /v1/events").Select(static body => body.GetProperty("event_id").GetString()).Distinct());
    }

    [Fact]
    public async Task The_key_comes_from_the_configuration_and_goes_into_no_log()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, """{"error":"no"}""", 401);
        var log = new KeptLog();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("AGNT5_GATEWAY_URL", gateway.Address.ToString()), new("AGNT5_API_KEY", Clients.Key)])
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        collection.AddAgnt5Client();
        await using var services = collection.BuildServiceProvider();

        await Assert.ThrowsAsync<Agnt5Exception>(() => services.GetRequiredService<Agnt5Client>().StatusAsync("r-1"));

        Assert.Equal(Clients.Key, gateway.Single(Status).Headers["X-API-KEY"]);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, static line => line.Contains(Clients.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_does_not_take_the_key_along()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.On(Status, static context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        await using var services = Services(gateway);
        using var plain = Clients.Of(gateway);

        await Assert.ThrowsAsync<Agnt5Exception>(() => services.GetRequiredService<Agnt5Client>().StatusAsync("r-1"));
        await Assert.ThrowsAsync<Agnt5Exception>(() => plain.StatusAsync("r-1"));

        Assert.DoesNotContain(gateway.Calls, static call => call.Name.Contains("elsewhere", StringComparison.Ordinal));
    }

    // The pauses between attempts are of the services' clock.
    private static ServiceProvider Services(ScriptedGateway gateway)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new InstantTime());
        services.AddAgnt5Client(options => (options.Gateway, options.ApiKey, options.Timeout) = (gateway.Address, Clients.Key, TimeSpan.FromMinutes(10)));
        return services.BuildServiceProvider();
    }

    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // The headers of a request are values of their own, which loggers of structured logs write out.
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(" ", pairs.Select(static pair => $"{pair.Key}={pair.Value}")) : "";
            lock (_lines)
                _lines.Add($"{formatter(state, exception)} {values} {exception}");
        }

        public void Dispose()
        {
        }
    }
}

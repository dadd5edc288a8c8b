using Agnt5.Mcp.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Agnt5.Mcp.Tests;

/// <summary>An approval runs one call of one server, and no second one.</summary>
public sealed class ApprovalOnceTests
{
    private const string Tool = "ring_for_all";
    private const string Secret = "a secret of all replicas";
    private const string Approved = """{"action":"accept","content":{"decision":"approve"}}""";
    private const string Refused = """{"action":"decline"}""";

    [Theory]
    [InlineData(null)]
    [InlineData(Secret)]
    public async Task A_request_with_an_approval_that_is_sent_again_runs_nothing(string? secret)
    {
        await using var app = await StartAsync(options => options.SigningSecret = secret);
        var state = StateOf(await new WireCall(Tool).SendAsync(app));
        var approved = new WireCall(Tool).With(state, Approved);

        Assert.False(IsError(await approved.SendAsync(app)));
        var again = await approved.SendAsync(app);

        Assert.True(IsError(again));
        Assert.Equal("The call was not made: this answer of a person was used before, and it counts once. Call the tool again to have a person asked anew.", TextOf(again));
        Assert.Equal(1, app.Meeting.Rings);
    }

    [Fact]
    public async Task Of_many_requests_with_one_approval_at_once_one_runs()
    {
        await using var app = await StartAsync();
        var state = StateOf(await new WireCall(Tool).SendAsync(app));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => new WireCall(Tool).With(state, Approved).SendAsync(app)));

        Assert.Single(answers, static answer => !IsError(answer));
        Assert.Equal(1, app.Meeting.Rings);
    }

    [Fact]
    public async Task A_call_that_a_person_refused_cannot_be_approved_with_the_same_question()
    {
        await using var app = await StartAsync();
        var state = StateOf(await new WireCall(Tool).SendAsync(app));

        Assert.True(IsError(await new WireCall(Tool).With(state, Refused).SendAsync(app)));
        Assert.True(IsError(await new WireCall(Tool).With(state, Approved).SendAsync(app)));
        Assert.Equal(0, app.Meeting.Rings);
    }

    [Fact]
    public async Task Two_questions_about_the_same_call_are_two_approvals()
    {
        await using var app = await StartAsync();
        var (first, second) = (StateOf(await new WireCall(Tool).SendAsync(app)), StateOf(await new WireCall(Tool).SendAsync(app)));

        Assert.False(IsError(await new WireCall(Tool).With(first, Approved).SendAsync(app)));
        Assert.False(IsError(await new WireCall(Tool).With(second, Approved).SendAsync(app)));
        Assert.Equal(2, app.Meeting.Rings);
    }

    [Fact]
    public async Task Replicas_that_share_their_memory_of_requests_run_it_once_together()
    {
        var cache = new SpyCache();
        Action<ServerlessOptions> shared = options => (options.SigningSecret, options.SeenRequests) = (Secret, new DistributedSeenRequests(cache));
        await using var app = await StartAsync(shared);
        await using var replica = await StartAsync(shared);
        var state = StateOf(await new WireCall(Tool).SendAsync(app));

        Assert.False(IsError(await new WireCall(Tool).With(state, Approved).SendAsync(replica)));
        Assert.True(IsError(await new WireCall(Tool).With(state, Approved).SendAsync(app)));
        Assert.Equal(0, app.Meeting.Rings);
    }

    [Fact]
    public async Task An_approval_that_cannot_be_remembered_runs_nothing()
    {
        await using var app = await StartAsync(static options => options.SeenRequests = new MemorySeenRequests { MaxRequests = 1 });
        var (first, second) = (StateOf(await new WireCall(Tool).SendAsync(app)), StateOf(await new WireCall(Tool).SendAsync(app)));
        await new WireCall(Tool).With(first, Approved).SendAsync(app);

        var refused = await new WireCall(Tool).With(second, Approved).SendAsync(app);

        Assert.Equal("The call was not made: this server cannot remember more approvals at present. Try again later.", TextOf(refused));
        Assert.Equal(1, app.Meeting.Rings);
    }

    [Fact]
    public async Task A_memory_that_fails_runs_nothing_and_tells_the_log_alone()
    {
        var log = new KeptLog();
        var cache = new SpyCache { Fails = true };
        await using var app = await McpApp.StartAsync(services => services
            .AddLogging(logging => logging.AddProvider(log))
            .Configure<ServerlessOptions>(options => options.SeenRequests = new DistributedSeenRequests(cache)));
        var state = StateOf(await new WireCall(Tool).SendAsync(app));

        var refused = await new WireCall(Tool).With(state, Approved).SendAsync(app);

        Assert.Equal("The call was not made: this server cannot tell at present whether this answer of a person was used before. Its log has the reason.", TextOf(refused));
        Assert.Equal(0, app.Meeting.Rings);
        Assert.Contains(SpyCache.Secret, Assert.Single(log.Lines, static line => line.Exception is not null).Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_counts_neither_at_another_service_nor_at_another_route_with_the_same_secret()
    {
        await using var app = await StartAsync(Named("shop"), static app =>
        {
            app.MapAgnt5Mcp();
            app.MapGroup("/admin").MapAgnt5Mcp();
        });
        await using var other = await StartAsync(Named("bank"));
        var asked = await new WireCall(Tool).SendAsync(app);
        var state = StateOf(asked);

        Assert.Equal("May ring_for_all of shop be called with {}?", asked.Json!["result"]!["inputRequests"]!["approval"]!["params"]!["message"]!.GetValue<string>());
        StateOf(await new WireCall(Tool).With(state, Approved).SendAsync(other));
        StateOf(await new WireCall(Tool) { Path = "/admin/agnt5/mcp" }.With(state, Approved).SendAsync(app));
        Assert.False(IsError(await new WireCall(Tool).With(state, Approved).SendAsync(app)));
    }

    [Fact]
    public async Task A_call_without_arguments_is_one_with_no_arguments()
    {
        await using var app = await StartAsync();
        var asked = await new WireCall(Tool, null).SendAsync(app);

        Assert.Equal("May ring_for_all of shop be called with {}?", asked.Json!["result"]!["inputRequests"]!["approval"]!["params"]!["message"]!.GetValue<string>());
        Assert.False(IsError(await new WireCall(Tool, "{}").With(StateOf(asked), Approved).SendAsync(app)));
    }

    private static Action<ServerlessOptions> Named(string service) => options => (options.ServiceName, options.SigningSecret) = (service, Secret);

    private static Task<McpApp> StartAsync(Action<ServerlessOptions>? configure = null, Action<WebApplication>? map = null) =>
        McpApp.StartAsync(services => services.Configure<ServerlessOptions>(options => configure?.Invoke(options)), map: map);

    private static string StateOf(WireAnswer asked) => asked.Json!["result"]!["requestState"]!.GetValue<string>();

    private static bool IsError(WireAnswer answer) => answer.Json!["result"]!["isError"]?.GetValue<bool>() is true;

    private static string TextOf(WireAnswer answer) => answer.Json!["result"]!["content"]![0]!["text"]!.GetValue<string>();
}

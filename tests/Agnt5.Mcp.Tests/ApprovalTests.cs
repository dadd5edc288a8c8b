using System.Text.Json;
using Agnt5.Endpoint.Tests.Hosting;
using Agnt5.Mcp.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Agnt5.Mcp.Tests;

/// <summary>Tools that require confirmation: a person approves each call through the client, or the call is not made.</summary>
public sealed class ApprovalTests
{
    private const string Approved = """{"action":"accept","content":{"decision":"approve"}}""";

    private readonly List<string> _questions = [];

    [Theory]
    [InlineData("2025-06-18", true)]
    [InlineData("2025-11-25", true)]
    [InlineData("2026-07-28", true)]
    [InlineData("2026-07-28", false)]
    public async Task A_tool_runs_once_a_person_approves_what_the_question_shows(string revision, bool stateful)
    {
        await using var app = await StartAsync(stateful);
        await using var client = await app.ConnectAsync(revision, person: question => Answer(question, "accept", "approve"));

        Assert.Contains(await client.ListToolsAsync(), static tool => tool.Name == "delete");
        var result = await client.CallToolAsync("delete", Folder("/täglich"));

        Assert.NotEqual(true, result.IsError);
        Assert.Equal("deleted /täglich", Text(result));
        Assert.Equal(["""May delete of shop be called with {"folder":"/täglich"}?"""], _questions);
    }

    [Theory]
    [InlineData("2025-11-25", "decline", null, "A person refused this call.")]
    [InlineData("2026-07-28", "decline", null, "A person refused this call.")]
    [InlineData("2026-07-28", "accept", "reject", "A person refused this call.")]
    [InlineData("2025-11-25", "accept", null, "A person refused this call.")]
    [InlineData("2026-07-28", "accept", null, "A person refused this call.")]
    [InlineData("2025-11-25", "cancel", null, "The call was not made: it needs the approval of a person, and nobody gave it.")]
    [InlineData("2026-07-28", "cancel", "approve", "The call was not made: it needs the approval of a person, and nobody gave it.")]
    public async Task A_model_reads_that_a_person_refused_and_the_tool_does_not_run(string revision, string action, string? decision, string told)
    {
        await using var app = await StartAsync(stateful: true);
        await using var client = await app.ConnectAsync(revision, person: question => Answer(question, action, decision));

        var result = await client.CallToolAsync("delete", Folder("/"));

        Assert.True(result.IsError);
        Assert.Equal(told, Text(result));
        Assert.Single(_questions);
    }

    [Theory]
    [InlineData("2025-11-25", false, true)]
    [InlineData("2025-11-25", true, false)]
    [InlineData("2026-07-28", false, false)]
    public async Task A_client_that_cannot_ask_a_person_neither_sees_such_a_tool_nor_runs_it(string revision, bool stateful, bool hasPerson)
    {
        await using var app = await StartAsync(stateful);
        await using var client = await app.ConnectAsync(revision, person: hasPerson ? question => Answer(question, "accept", "approve") : null);

        Assert.DoesNotContain(await client.ListToolsAsync(), static tool => tool.Name is "delete" or "refund");
        var exception = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync("delete", Folder("/")));

        Assert.Equal(McpErrorCode.InvalidParams, exception.ErrorCode);
        Assert.Empty(_questions);
    }

    [Fact]
    public async Task An_app_that_serves_such_tools_to_every_client_asks_nobody()
    {
        await using var app = await McpApp.StartAsync(options: static options => options.IncludeToolsThatRequireConfirmation = true);
        await using var client = await app.ConnectAsync("2026-07-28", person: question => Answer(question, "decline"));

        Assert.Equal("deleted /", Text(await client.CallToolAsync("delete", Folder("/"))));
        Assert.Empty(_questions);
    }

    [Fact]
    public async Task A_person_sees_hidden_characters_and_nobody_approves_more_than_can_be_read()
    {
        await using var app = await StartAsync();
        await using var client = await app.ConnectAsync("2026-07-28", person: question => Answer(question, "accept", "approve"));

        await client.CallToolAsync("delete", Folder("/tmp\u202e/\u200b"));
        var tooLong = await client.CallToolAsync("delete", Folder(new string('x', 4000)));

        Assert.Equal("""May delete of shop be called with {"folder":"/tmp\u202e/\u200b"}?""", Assert.Single(_questions));
        Assert.True(tooLong.IsError);
        Assert.Equal("A person has to approve this call, and its arguments are too long to be read: 4013 bytes, and at most 4000.", Text(tooLong));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("99999999999.AAAA")]
    [InlineData("-1.AAAA")]
    [InlineData("99999999999999999999999.AAAA")]
    public async Task An_answer_to_a_question_that_nobody_asked_approves_nothing(string? state)
    {
        await using var app = await StartAsync();

        var answer = await new WireCall("delete", """{"folder":"/"}""").With(state, Approved).SendAsync(app);

        IsAsked(answer);
    }

    [Fact]
    public async Task An_answer_counts_for_the_tool_and_the_arguments_of_its_question_alone()
    {
        await using var app = await StartAsync();
        var state = IsAsked(await new WireCall("delete", """{"folder":"/tmp"}""").SendAsync(app));

        IsAsked(await new WireCall("delete", """{"folder":"/"}""").With(state, Approved).SendAsync(app));
        IsAsked(await new WireCall("refund", """{"folder":"/tmp"}""").With(state, Approved).SendAsync(app));
        IsAsked(await new WireCall("delete", """{"folder":"/tmp"}""").With(state, null).SendAsync(app));
        Assert.Equal("deleted /tmp", TextOf(await new WireCall("delete", """{"folder":"/tmp"}""").With(state, Approved).SendAsync(app)));
    }

    [Fact]
    public async Task An_answer_counts_for_an_hour()
    {
        var time = new ManualTime();
        await using var app = await McpApp.StartAsync(services => services.AddSingleton<TimeProvider>(time));
        var state = IsAsked(await new WireCall("delete", """{"folder":"/tmp"}""").SendAsync(app));

        time.Advance(TimeSpan.FromMinutes(61));

        IsAsked(await new WireCall("delete", """{"folder":"/tmp"}""").With(state, Approved).SendAsync(app));
    }

    [Theory]
    [InlineData("a secret of all replicas", true)]
    [InlineData(null, false)]
    public async Task An_answer_may_reach_another_replica_that_has_the_same_signing_secret(string? secret, bool counts)
    {
        await using var asking = await StartReplicaAsync(secret);
        await using var other = await StartReplicaAsync(secret);
        var state = IsAsked(await new WireCall("delete", """{"folder":"/tmp"}""").SendAsync(asking));

        var answer = await new WireCall("delete", """{"folder":"/tmp"}""").With(state, Approved).SendAsync(other);

        Assert.Equal(counts, answer.Json!["result"]!["content"] is not null);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("""{"action":5}""")]
    [InlineData("""{"action":"accept","content":{"decision":["approve"]}}""")]
    public async Task An_answer_that_makes_no_sense_approves_nothing(string response)
    {
        await using var app = await StartAsync();
        var state = IsAsked(await new WireCall("delete", """{"folder":"/tmp"}""").SendAsync(app));

        var answer = await new WireCall("delete", """{"folder":"/tmp"}""").With(state, response).SendAsync(app);

        Assert.True(answer.Json!["result"]!["isError"]!.GetValue<bool>());
    }

    // Whoever asks gets a question, and no result of the tool.
    private static string IsAsked(WireAnswer answer)
    {
        var result = answer.Json!["result"]!;
        Assert.Equal("input_required", result["resultType"]!.GetValue<string>());
        Assert.Equal("elicitation/create", result["inputRequests"]!["approval"]!["method"]!.GetValue<string>());
        Assert.Null(result["content"]);
        return result["requestState"]!.GetValue<string>();
    }

    private static Task<McpApp> StartAsync(bool stateful = false) => McpApp.StartAsync(options: options => options.Stateful = stateful);

    // Not in Development, which gives all replicas on one machine one secret.
    private static Task<McpApp> StartReplicaAsync(string? secret) => McpApp.StartAsync(
        services => services.Configure<ServerlessOptions>(options => options.SigningSecret = secret), static options => options.AllowAnonymous = true, environment: "Production");

    private ElicitResult Answer(ElicitRequestParams question, string action, string? decision = null)
    {
        _questions.Add(question.Message);
        return new ElicitResult
        {
            Action = action,
            Content = decision is null ? null : new Dictionary<string, JsonElement> { ["decision"] = JsonSerializer.SerializeToElement(decision) },
        };
    }

    private static Dictionary<string, object?> Folder(string path) => new() { ["folder"] = path };

    private static string TextOf(WireAnswer answer) => answer.Json!["result"]!["content"]![0]!["text"]!.GetValue<string>();

    private static string Text(CallToolResult result) => Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
}

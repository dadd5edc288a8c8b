using System.Security.Cryptography;
using System.Text;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Events;

namespace Agnt5.Local.Tests.Hosting;

public sealed class TriggerTests
{
    private static readonly ComponentSpec Triggered = new() { Type = "workflow", Name = "ship_order", Triggers = [new("order.created", false), new("order.late", true)] };
    private static readonly ComponentSpec AlsoTriggered = new() { Type = "workflow", Name = "bill_order", Triggers = [new("order.created", false)] };

    [Fact]
    public async Task An_event_starts_all_that_it_triggers_once()
    {
        await using var played = await PlayedEngine.StartAsync(null, null, Triggered, AlsoTriggered);
        var order = new EventRequest { EventName = "order.created", EventId = "o-1", Payload = """{"total":3}"""u8.ToArray() };

        var received = await played.Engine.PublishAsync(order);
        var again = await played.Engine.PublishAsync(order);
        await played.RestAsync();

        Assert.False(received.IsDuplicate);
        Assert.Equal((2, 0), (received.Event.MatchedCount, received.Event.SkippedUnsupportedCount));
        Assert.All(received.Event.RunIds, runId => Assert.Equal(RunPhase.Completed, played.PhaseOf(runId)));
        Assert.True(again.IsDuplicate);
        Assert.Equal(received.Event, again.Event);
        Assert.Equal(2, played.Endpoint.Bodies.Count);
        Assert.Contains("\"event\":{\"id\":\"o-1\",\"name\":\"order.created\",\"source\":\"api\"", played.Endpoint.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"data\":{\"total\":3}", played.Endpoint.Bodies[0], StringComparison.Ordinal);
        Assert.Equal(received.Event, played.Engine.FindEvent(received.Event.EventRunId));
    }

    [Fact]
    public async Task An_event_that_only_unsupported_triggers_match_starts_nothing_and_says_so()
    {
        await using var played = await PlayedEngine.StartAsync(null, null, Triggered);

        var received = (await played.Engine.PublishAsync(new EventRequest { EventName = "order.late" })).Event;

        Assert.Equal((0, 1), (received.MatchedCount, received.SkippedUnsupportedCount));
        Assert.Empty(received.RunIds);
    }

    [Fact]
    public async Task Events_are_listed_newest_first_page_by_page()
    {
        await using var played = await PlayedEngine.StartAsync(null, null, Triggered);
        foreach (var name in (string[])["order.created", "order.gone", "order.created"])
        {
            await played.Engine.PublishAsync(new EventRequest { EventName = name });
            played.Time.AdvanceMs(1_000);
        }

        var page = played.Engine.ListEvents(new EventFilter { Limit = 2 });
        var rest = played.Engine.ListEvents(new EventFilter { Limit = 2, AfterEventRunId = page[^1].EventRunId });

        Assert.Equal(["order.created", "order.gone"], page.Select(static received => received.EventName));
        Assert.Equal(["order.created"], rest.Select(static received => received.EventName));
        Assert.Equal(2, played.Engine.ListEvents(new EventFilter { EventName = "order.created" }).Count);
        Assert.Single(played.Engine.ListEvents(new EventFilter { SinceMs = page[0].ReceivedAtMs }));
    }

    [Fact]
    public async Task A_webhook_starts_its_runs_when_its_signature_is_right_and_nothing_otherwise()
    {
        await using var played = await PlayedEngine.StartAsync(null, null, new ComponentSpec { Type = "workflow", Name = "ship_order", Triggers = [new("github.push", false)] });
        await played.Engine.AddIntegrationAsync(new Integration("github", "main", "hush", "production"));
        var body = """{"ref":"refs/heads/main"}"""u8.ToArray();
        var signature = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData("hush"u8, body))}";
        WebhookRequest Request(string signed, string integration = "main") => new(
            integration, new Dictionary<string, string> { ["x-hub-signature-256"] = signed, ["x-github-event"] = "push", ["x-github-delivery"] = "d-1" }, body);

        var forged = await Assert.ThrowsAsync<EngineException>(() => played.Engine.ReceiveWebhookAsync("github", Request("sha256=" + new string('0', 64))));
        var unknown = await Assert.ThrowsAsync<EngineException>(() => played.Engine.ReceiveWebhookAsync("github", Request(signature, "other")));
        Assert.Empty(played.Engine.ListRuns(new()));
        var received = await played.Engine.ReceiveWebhookAsync("GitHub", Request(signature));
        var again = await played.Engine.ReceiveWebhookAsync("github", Request(signature));
        await played.RestAsync();

        Assert.Equal((EngineErrorKind.Unauthorized, EngineErrorKind.NotFound), (forged.Kind, unknown.Kind));
        Assert.True(again.IsDuplicate);
        Assert.Equal(RunPhase.Completed, played.PhaseOf(Assert.Single(received.Event.RunIds)));
    }

    [Fact]
    public async Task A_schedule_starts_its_run_at_its_time_and_what_was_missed_once()
    {
        await using var played = await PlayedEngine.StartAsync(null, null, new ComponentSpec { Type = "workflow", Name = "ship_order", Cron = "*/5 * * * *" });
        Assert.Empty(played.Engine.ListRuns(new()));

        await played.GoToNextTimeAsync();
        await played.GoToNextTimeAsync();
        Assert.Equal(2, played.Engine.ListRuns(new()).Count);

        await played.Engine.DisposeAsync();
        played.Time.Advance(TimeSpan.FromHours(2));
        await played.RestartAsync();
        await played.RestAsync();

        var runs = played.Engine.ListRuns(new());
        Assert.Equal(3, runs.Count);
        Assert.All(runs, static run => Assert.Equal(RunPhase.Completed, run.Phase));
        var notice = Assert.Single(played.Engine.ReadJournal(runs[0].Spec.RunId), static entry => entry.EventType == "run.notice");
        Assert.Contains("missed 23 earlier times", Encoding.UTF8.GetString(notice.Data.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_event_that_starts_many_runs_is_kept_once()
    {
        await using var played = await PlayedEngine.StartAsync(null, null, Triggered, AlsoTriggered);

        var received = await played.Engine.PublishAsync(new EventRequest { EventName = "order.created", Payload = """{"total":3}"""u8.ToArray() });

        var inputs = received.Event.RunIds.Select(played.Engine.ReadInput).ToArray();
        Assert.True(inputs[0].Span == inputs[1].Span);
    }
}

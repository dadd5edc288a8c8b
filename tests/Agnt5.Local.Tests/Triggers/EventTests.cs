using System.Text;
using System.Text.Json;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Tests.Deployments;

namespace Agnt5.Local.Tests.Triggers;

public sealed class EventTests
{
    private static readonly PublishedEvent Created = new()
    {
        EventId = "e-1",
        Name = "order.created",
        TimestampNs = 1_733_337_600_000_000_001,
        Data = """{"id":"o-1","note":"Zoë \u003c 3"}"""u8.ToArray(),
    };

    [Fact]
    public void An_event_starts_every_active_component_that_waits_for_it_and_each_one_once()
    {
        var environment = Synced(
            Deployment("dep_1", Trigger("b", "order.created"), Trigger("a", "order.created", "order.created"), Trigger("c", "order.paid")),
            Deployment("dep_2", Trigger("d", "order.created")));

        var match = EventMatch.Find(environment, "order.created");

        Assert.Equal(["workflow:a", "workflow:b", "workflow:d"], match.Started.Select(static started => started.Component.Route));
        Assert.Equal(["dep_1", "dep_1", "dep_2"], match.Started.Select(static started => started.Deployment.DeploymentId));
        Assert.Equal(0, match.SkippedUnsupported);
        Assert.Empty(EventMatch.Find(environment, "Order.Created").Started);
    }

    [Fact]
    public void A_trigger_that_the_gateway_skips_starts_nothing_and_is_counted()
    {
        var skipped = Manifests.Workflow("a", """ "triggers":[{"trigger_type":"event","event_name":"order.created","delay_expression":"1h"}] """);

        var match = EventMatch.Find(Synced(Deployment("dep_1", skipped, Trigger("b", "order.created"))), "order.created");

        Assert.Equal(["workflow:b"], match.Started.Select(static started => started.Component.Route));
        Assert.Equal(1, match.SkippedUnsupported);
    }

    [Fact]
    public void An_event_for_one_deployment_starts_its_components_and_no_others()
    {
        var pinned = Deployment("dep_1", Trigger("b", "order.created"), Trigger("a", "order.created"));

        Assert.Equal(["workflow:a", "workflow:b"], EventMatch.Find(pinned, "order.created").Started.Select(static started => started.Component.Route));
    }

    [Fact]
    public void A_triggered_run_gets_the_envelope_that_endpoints_open()
    {
        var envelope = EventEnvelopeWriter.Write(Created, EventTarget.Environment("production"), "dep_1");

        Assert.Equal(
            """{"event":{"id":"e-1","name":"order.created","source":"api","timestamp_ns":1733337600000000001,"data":{"id":"o-1","note":"Zoë \u003c 3"}},"deployment_id":"dep_1","target_kind":"environment_ref","target_ref":"production"}""",
            Encoding.UTF8.GetString(envelope.Span));
    }

    [Fact]
    public void An_event_without_a_payload_is_an_event_all_the_same()
    {
        var envelope = EventEnvelopeWriter.Write(Created with { Data = default }, EventTarget.Deployment("dep_1"), "dep_1");

        using var read = JsonDocument.Parse(envelope);
        Assert.Equal(JsonValueKind.Null, read.RootElement.GetProperty("event").GetProperty("data").ValueKind);
    }

    [Fact]
    public void Texts_of_publishers_cannot_break_out_of_the_envelope()
    {
        var envelope = EventEnvelopeWriter.Write(Created with { EventId = "\"},\"x\":{\"", Name = "a\n\"", Source = "\\" }, EventTarget.Environment("production"), "dep_1");

        using var read = JsonDocument.Parse(envelope);
        Assert.Equal("\"},\"x\":{\"", read.RootElement.GetProperty("event").GetProperty("id").GetString());
        Assert.Equal(4, read.RootElement.EnumerateObject().Count());
    }

    [Fact]
    public void The_same_id_at_the_same_target_is_the_same_event_and_at_another_is_not()
    {
        var key = EventKey.Of(EventTarget.Environment("production"), "e-1");

        Assert.Equal(key, EventKey.Of(EventTarget.Environment("production"), "e-1"));
        Assert.NotEqual(key, EventKey.Of(EventTarget.Environment("preview"), "e-1"));
        Assert.NotEqual(key, EventKey.Of(EventTarget.Deployment("production"), "e-1"));
        Assert.NotEqual(key, EventKey.Of(EventTarget.Environment("production"), "e-2"));
    }

    [Fact]
    public void No_publisher_can_take_a_webhooks_delivery_for_an_event_of_its_own()
    {
        var target = EventTarget.Environment("production");

        Assert.NotEqual(EventKey.Of(target, "github:int-1:key-1"), EventKey.OfWebhook(target, "github", "int-1", "key-1"));
        Assert.InRange(EventKey.Of(target, new string('x', 1_000_000)).Length, 1, 400);
    }

    private static string Trigger(string workflow, params string[] events) =>
        Manifests.Workflow(workflow, $$""" "triggers":[{{string.Join(",", events.Select(static name => $$"""{"trigger_type":"event","event_name":"{{name}}"}"""))}}] """);

    private static DeploymentState Deployment(string id, params string[] components) =>
        Manifests.Deployment(id, id) with { Components = Manifests.Read(Manifests.Of(components)).Manifest!.Components };

    private static EnvironmentState Synced(params DeploymentState[] deployments) =>
        deployments.Aggregate(new EnvironmentState { Name = "production" }, static (environment, deployment) => EnvironmentMachine.Apply(environment, new Synced(1, deployment)).State);
}

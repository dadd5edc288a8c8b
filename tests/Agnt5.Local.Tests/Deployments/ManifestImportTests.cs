using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Deployments;

public sealed class ManifestImportTests
{
    [Fact]
    public void All_that_is_declared_is_enforced_as_it_is_declared()
    {
        var component = Manifests.ReadOne("""
            "max_concurrency":7,"priority":3,
            "metadata":{"description":"Ships.","cron":"0 3 * * 1-5"},
            "triggers":[
              {"trigger_type":"event","event_name":"order.created"},
              {"trigger_id":"t","trigger_type":"event","event_name":"github.issues.opened","filter_expression":"event.data.total > 100"}],
            "flow_control":{
              "retries":{"max_attempts":5,"initial_interval_ms":500,"max_interval_ms":8000,"backoff":"linear","multiplier":1.5},
              "concurrency":{"limit":2,"scope":"project","key_expression":"input.account_id"},
              "throttle":{"limit":10,"period_ms":60000,"key":"all"},
              "rate_limit":{"limit":11,"window_ms":70000},
              "debounce":{"window_ms":2000,"key_expression":"input.id"},
              "singleton":{"mode":"queue"},
              "idempotency":{"key_expression":"input.event.id","ttl_ms":5000}}
            """);

        Assert.Equal("workflow:ship_order", component.Route);
        Assert.Equal(new RetryPolicy(5, 500, 8_000, BackoffKind.Linear, 1.5), component.Retries);
        Assert.Equal(
            [
                new(FlowKind.Debounce, null, null, "input.id", 1, 2_000),
                new(FlowKind.RateLimit, null, null, null, 11, 70_000),
                new(FlowKind.Throttle, null, "all", null, 10, 60_000),
                new(FlowKind.Singleton, null, null, null, 1, 0),
                new(FlowKind.Concurrency, "project", null, "input.account_id", 2, 0),
                new(FlowKind.MaxConcurrency, null, null, null, 7, 0),
            ],
            component.Policies);
        Assert.Equal(new DeclaredIdempotency(null, "input.event.id", 5_000), component.Idempotency);
        Assert.Equal([new("order.created", false), new("github.issues.opened", true)], component.Triggers);
        Assert.Equal((3, "0 3 * * 1-5"), (component.Priority, component.Cron));
    }

    [Fact]
    public void What_is_not_declared_limits_nothing()
    {
        var component = Manifests.ReadOne("");

        Assert.Equal((null, null, null, 0), (component.Retries, component.Idempotency, component.Cron, component.Priority));
        Assert.Empty(component.Policies);
        Assert.Empty(component.Triggers);
    }

    [Fact]
    public void A_first_wait_that_is_declared_alone_is_not_cut_by_a_default() =>
        Assert.Equal(new RetryPolicy(2, 90_000, 90_000, BackoffKind.Exponential, 2), Manifests.ReadOne("""
            "flow_control":{"retries":{"max_attempts":2,"initial_interval_ms":90000}}
            """).Retries);

    [Theory]
    [InlineData("""{"level":"interactive"}""", 100)]
    [InlineData("""{"level":"normal"}""", 0)]
    [InlineData("""{"level":"batch"}""", -100)]
    [InlineData("-7", -7)]
    public void Runs_go_first_by_a_static_priority(string priority, int expected) =>
        Assert.Equal(expected, Manifests.ReadOne($$""" "priority":1,"flow_control":{"priority":{{priority}}} """).Priority);

    [Fact]
    public void A_manifest_says_which_service_it_is_and_has_the_hash_of_its_bytes()
    {
        var (first, second) = (Manifests.Read(Manifests.Of(Manifests.Workflow("a"))).Manifest!, Manifests.Read(Manifests.Of(Manifests.Workflow("b"))).Manifest!);

        Assert.Equal(("orders", "1"), (first.ServiceName, first.ServiceVersion));
        Assert.Matches("^[0-9a-f]{64}$", first.Hash);
        Assert.NotEqual(first.Hash, second.Hash);
    }

    [Fact]
    public void Members_of_newer_endpoints_refuse_no_manifest() =>
        Assert.Equal("ship_order", Manifests.ReadOne(""" "colour":null,"flow_control":{"colour":{"limit":0}} """).Name);

    [Fact]
    public void A_schema_may_say_null() =>
        Assert.Equal("ship_order", Manifests.ReadOne(""" "input_schema":{"default":null,"enum":[null]},"output_schema":true """).Name);

    [Fact]
    public void Components_of_different_types_may_have_one_name()
    {
        var reading = Manifests.Read(Manifests.Of(Manifests.Workflow("a"), """{"name":"a","type":"function","component_type":"function"}"""));

        Assert.Equal(["workflow:a", "function:a"], reading.Manifest!.Components.Select(static component => component.Route));
    }

    [Fact]
    public void A_service_may_be_as_large_as_ten_thousand_components()
    {
        var components = Enumerable.Range(0, ManifestLimits.Components).Select(static number => Manifests.Workflow($"w_{number}", """ "flow_control":{"concurrency":{"limit":1}} """));

        var reading = Manifests.Read(Manifests.Of([.. components]));

        Assert.Equal(ManifestLimits.Components, reading.Manifest!.Components.Count);
    }

    [Fact]
    public void A_service_beyond_that_is_refused_by_its_number_alone() =>
        Assert.Equal(
            "$.components: has 10001 items, and may have 10000",
            Assert.Single(Manifests.Read(Manifests.Of([.. Enumerable.Range(0, ManifestLimits.Components + 1).Select(static number => "7")])).Problems).ToString());
}

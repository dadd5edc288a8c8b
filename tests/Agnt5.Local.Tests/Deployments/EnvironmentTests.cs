using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Tests.Deployments;

public sealed class EnvironmentTests
{
    private static readonly DeploymentState First = Manifests.Deployment("dep_1", "sha-1", "ship_order", "bill_order");
    private static readonly DeploymentState Second = Manifests.Deployment("dep_2", "sha-2", "ship_order", "greet");

    private EnvironmentState _environment = new() { Name = "production" };

    [Fact]
    public void A_synced_release_owns_its_routes()
    {
        var decision = Done(new Synced(5, First));

        Assert.Equal("dep_1", decision.DeploymentId);
        Assert.Equal(["workflow:bill_order", "workflow:ship_order"], _environment.Active().Select(static active => active.Component.Route));
        Assert.Equal("dep_1", _environment.FindActive("workflow:ship_order")!.Deployment.DeploymentId);
        Assert.Null(_environment.FindActive("function:ship_order"));
        Assert.Equal([new(5, EnvironmentChangeKind.Synced, "dep_1"), new(5, EnvironmentChangeKind.Activated, "dep_1")], _environment.History);
    }

    [Fact]
    public void The_same_sync_again_changes_nothing()
    {
        Done(new Synced(5, First));
        var before = _environment;

        var decision = Done(new Synced(6, First with { DeploymentId = "dep_9", CreatedAtMs = 6 }));

        Assert.Equal("dep_1", decision.DeploymentId);
        Assert.Same(before, _environment);
        Assert.Empty(decision.Notices);
    }

    [Fact]
    public void A_second_sync_that_asks_for_something_else_hears_what_stays()
    {
        Done(new Synced(5, First));
        var before = _environment;

        var decision = Done(new Synced(6, First with { Url = new("http://127.0.0.1:6000"), RequestTimeoutMs = 5, InvokeHeaders = new Dictionary<string, string> { ["x-secret"] = "hidden" } }));

        Assert.Same(before, _environment);
        Assert.Equal(
            [
                "The deployment's URL stays http://127.0.0.1:5000/: a ref is synced once. Sync a new ref to change it.",
                "The deployment's request timeout stays 30000 ms: a ref is synced once. Sync a new ref to change it.",
                "The deployment's invoke headers stay as they were: a ref is synced once. Sync a new ref to change them.",
            ],
            decision.Notices);
    }

    [Fact]
    public void The_same_ref_with_another_manifest_is_refused_because_runs_are_pinned_to_what_it_was()
    {
        Done(new Synced(5, First));

        var refusal = Refused(new Synced(6, Second with { ImmutableRef = "sha-1" }));

        Assert.Equal(
            new(
                "IMMUTABLE_REF_REUSED",
                "The ref 'sha-1' of http is the deployment dep_1 already, with another manifest. Runs are pinned to what it was. Sync the new release under a ref of its own."),
            refusal);
    }

    [Fact]
    public void One_ref_at_two_providers_is_two_deployments()
    {
        Done(new Synced(5, First));
        Done(new Synced(6, Second with { ImmutableRef = "sha-1", Provider = "vercel" }, Activates: false));

        Assert.Equal(["dep_1", "dep_2"], _environment.Deployments.Keys);
    }

    [Fact]
    public void A_route_is_taken_from_its_owner_only_by_who_says_so()
    {
        Done(new Synced(5, First));

        var refusal = Refused(new Synced(6, Second));
        Assert.Equal(
            new(
                "ROUTE_CONFLICT",
                "1 route has another active owner in 'production': 'workflow:ship_order' (owned by dep_1). "
                    + "Sync again with --replace-route-owners to take them over, or with --activate=false to leave them."),
            refusal);
        Assert.Equal(["dep_1"], _environment.Deployments.Keys);

        Done(new Synced(7, Second, ReplacesRouteOwners: true));
        Assert.Equal(["dep_1", "dep_2", "dep_2"], new[] { "workflow:bill_order", "workflow:greet", "workflow:ship_order" }.Select(route => _environment.FindActive(route)!.Deployment.DeploymentId));
        Assert.Equal("replaced the owners of 1 route", _environment.History[^1].Note);
    }

    [Fact]
    public void A_release_that_is_not_activated_gets_no_new_runs_until_it_is()
    {
        Done(new Synced(5, First, Activates: false));
        Assert.Empty(_environment.Active());

        Done(new ActivationAsked(6, "dep_1"));
        Assert.Equal(2, _environment.Active().Count());
    }

    [Fact]
    public void A_rollback_gives_the_earlier_release_its_routes_back_and_takes_no_component_away()
    {
        Done(new Synced(5, First));
        Done(new Synced(6, Second, ReplacesRouteOwners: true));

        Done(new RollbackAsked(7));

        Assert.Equal("dep_1", _environment.FindActive("workflow:ship_order")!.Deployment.DeploymentId);
        Assert.Equal("dep_2", _environment.FindActive("workflow:greet")!.Deployment.DeploymentId);
        Assert.Equal(new(7, EnvironmentChangeKind.RolledBack, "dep_1", "replaced the owners of 1 route"), _environment.History[^1]);
    }

    [Fact]
    public void Rollbacks_go_back_one_release_at_a_time_past_other_services()
    {
        Done(new Synced(1, First));
        Done(new Synced(2, Manifests.Deployment("dep_other", "other-1", "count_stock")));
        Done(new Synced(3, Second, ReplacesRouteOwners: true));
        Done(new Synced(4, Manifests.Deployment("dep_3", "sha-3", "ship_order"), ReplacesRouteOwners: true));

        Assert.Equal("dep_2", Done(new RollbackAsked(5)).DeploymentId);
        Assert.Equal("dep_1", Done(new RollbackAsked(6)).DeploymentId);
        Assert.Equal("NOTHING_TO_ROLL_BACK_TO", Refused(new RollbackAsked(7)).Code);
        Assert.Equal("dep_3", Done(new RollbackAsked(8, "dep_3")).DeploymentId);
    }

    [Fact]
    public void A_rollback_of_one_service_leaves_anothers_rollback_possible()
    {
        var (stock, newer) = (Manifests.Deployment("dep_s1", "s-1", "count_stock"), Manifests.Deployment("dep_s2", "s-2", "count_stock"));
        Done(new Synced(1, First));
        Done(new Synced(2, Second, ReplacesRouteOwners: true));
        Done(new Synced(3, stock));
        Done(new RollbackAsked(4, "dep_1"));
        Done(new Synced(5, newer, ReplacesRouteOwners: true));

        Assert.Equal("dep_s1", Done(new RollbackAsked(6)).DeploymentId);
    }

    [Fact]
    public void A_release_that_was_never_active_is_no_earlier_state()
    {
        Done(new Synced(5, First, Activates: false));

        Assert.Equal("NOTHING_TO_ROLL_BACK_TO", Refused(new RollbackAsked(6, "dep_1")).Code);
    }

    [Fact]
    public void A_disabled_deployment_keeps_its_routes_and_says_why_it_starts_nothing()
    {
        Done(new Synced(5, First));
        Assert.Null(DispatchGates.Open.FindClosed(First));

        Done(new DisableAsked(6, "dep_1", "bills twice"));
        var disabled = _environment.FindActive("workflow:ship_order")!.Deployment;
        Assert.Equal(
            new("DEPLOYMENT_DISABLED", "The deployment dep_1 is disabled (bills twice) and starts nothing. Enable it first."),
            DispatchGates.Open.FindClosed(disabled));

        var before = _environment;
        Done(new DisableAsked(7, "dep_1", "bills twice"));
        Assert.Same(before, _environment);

        Done(new EnableAsked(8, "dep_1", "fixed"));
        Assert.Null(DispatchGates.Open.FindClosed(_environment.FindActive("workflow:ship_order")!.Deployment));
        Assert.Equal(
            [(EnvironmentChangeKind.Disabled, "bills twice"), (EnvironmentChangeKind.Enabled, "fixed")],
            _environment.History.TakeLast(2).Select(static change => (change.Kind, change.Note!)));
    }

    [Fact]
    public void Nobody_disables_a_deployment_without_a_reason()
    {
        Done(new Synced(5, First));

        Assert.Equal("REASON_REQUIRED", Refused(new DisableAsked(6, "dep_1", " ")).Code);
    }

    [Fact]
    public void A_disabled_release_takes_no_routes()
    {
        Done(new Synced(5, First, Activates: false));
        Done(new DisableAsked(6, "dep_1", "not yet"));

        Assert.Equal("DEPLOYMENT_DISABLED", Refused(new ActivationAsked(7, "dep_1")).Code);
    }

    [Fact]
    public void A_closed_gate_stops_every_deployment()
    {
        Assert.Equal(
            new("DISPATCH_DISABLED", "The global dispatch gate is closed (incident), so nothing starts. Open it first."),
            new DispatchGates("incident", "other").FindClosed(First));
        Assert.Equal("DISPATCH_DISABLED", new DispatchGates(WorkspaceReason: "unpaid").FindClosed(First)!.Code);
    }

    [Fact]
    public void A_deployment_that_nobody_synced_is_named_in_the_error()
    {
        EnvironmentHappening[] all =
        [
            new ActivationAsked(1, "dep_x"), new RollbackAsked(1, "dep_x"), new DisableAsked(1, "dep_x", "why"), new EnableAsked(1, "dep_x"),
        ];

        Assert.All(all, happening => Assert.Equal("DEPLOYMENT_NOT_FOUND", Refused(happening).Code));
    }

    [Fact]
    public void A_history_does_not_grow_without_end()
    {
        Done(new Synced(5, First));
        for (var i = 0; i < EnvironmentMachine.MostHistory; i++)
        {
            Done(new DisableAsked(i, "dep_1", "again"));
            Done(new EnableAsked(i, "dep_1"));
        }

        Assert.Equal(EnvironmentMachine.MostHistory, _environment.History.Count);
    }

    [Theory]
    [InlineData("production", true)]
    [InlineData("pr-12.preview_A", true)]
    [InlineData("", false)]
    [InlineData("a:b", false)]
    [InlineData("a/b", false)]
    [InlineData("é", false)]
    public void An_environment_has_a_name_that_keys_can_hold(string name, bool isValid) => Assert.Equal(isValid, EnvironmentName.FindProblem(name) is null);

    private EnvironmentDecision Done(EnvironmentHappening happening)
    {
        var decision = EnvironmentMachine.Apply(_environment, happening);
        Assert.Null(decision.Refusal);
        _environment = decision.State;
        return decision;
    }

    private EnvironmentRefusal Refused(EnvironmentHappening happening)
    {
        var decision = EnvironmentMachine.Apply(_environment, happening);
        Assert.Same(_environment, decision.State);
        return Assert.IsType<EnvironmentRefusal>(decision.Refusal);
    }
}

using System.Text;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;

namespace Agnt5.Local.Tests.Flow;

public sealed class FlowPlanTests
{
    private const string Nothing = "The key expression 'input.account_id' of concurrency finds no text, number or bool in the input: the run shares the key null with all runs whose key is missing.";

    private static readonly FlowPlace Place = new("ws_1", "prj_1", "production", "dep_1");

    [Fact]
    public void Runs_ask_for_their_keys_in_one_order_so_that_no_two_wait_for_each_other()
    {
        var plan = PlanOf("{}", [.. Enum.GetValues<FlowKind>().Reverse().Select(static kind => new DeclaredPolicy(kind, null, null, null, 1, 0))]);

        Assert.Equal(Enum.GetValues<FlowKind>(), plan.Claims.Select(static claim => claim.Key.Kind));
    }

    [Theory]
    [InlineData("""{"account_id":"a-1"}""", "\"a-1\"")]
    [InlineData("""{"account_id":"\u0061-1"}""", "\"a-1\"")]
    [InlineData("""{"\u0061ccount_id":7}""", "7")]
    [InlineData("""{"account_id":7.50}""", "7.50")]
    [InlineData("""{"account_id":true}""", "true")]
    [InlineData("""{"account_id":""}""", "\"\"")]
    [InlineData("""{"account_id":"null"}""", "\"null\"")]
    [InlineData("""{"account_id":"Zoë \" \n"}""", "\"Zoë \\\" \\n\"")]
    [InlineData("""{"account_id":"first","other":{"account_id":"inner"},"account_id":"last"}""", "\"last\"")]
    public void A_run_has_the_key_that_its_expression_leads_to(string input, string key)
    {
        var plan = PlanOf(input, Concurrency("input.account_id"));

        Assert.Equal(new FlowKey(FlowKind.Concurrency, "component:production:workflow:ship_order", key), Assert.Single(plan.Claims).Key);
        Assert.Empty(plan.Notices);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"account_id":null}""")]
    [InlineData("""{"account_id":{"id":1}}""")]
    [InlineData("""{"account_id":["a-1"]}""")]
    [InlineData("""{"Account_Id":"a-1"}""")]
    [InlineData("""{"account_id":"\ud800"}""")]
    [InlineData("""{"account_id":"kept","\ud800":1,"account_id":null}""")]
    [InlineData("\"a-1\"")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"account_id\":")]
    [InlineData("\u0000\u0001")]
    public void An_expression_that_finds_nothing_gives_the_key_null_and_the_journal_says_so(string input)
    {
        var plan = PlanOf(input, Concurrency("input.account_id"));

        Assert.Equal("null", Assert.Single(plan.Claims).Key.Value);
        Assert.Equal(Nothing, Assert.Single(plan.Notices));
    }

    [Theory]
    [InlineData("input", "\"whole\"")]
    [InlineData("input.", "null")]
    [InlineData("inputs", "null")]
    [InlineData("", "null")]
    [InlineData(".", "null")]
    [InlineData("account_id", "null")]
    public void An_expression_counts_as_the_analyzers_read_it(string expression, string key) =>
        Assert.Equal(key, Assert.Single(PlanOf("\"whole\"", Concurrency(expression)).Claims).Key.Value);

    [Fact]
    public void A_key_of_a_triggered_run_lies_in_its_envelope()
    {
        var plan = PlanOf("""{"event":{"id":"e-1","name":"order.created","data":{"account":{"id":"a-1"}}},"deployment_id":"dep_1"}""", Concurrency("input.event.data.account.id"));

        Assert.Equal("\"a-1\"", Assert.Single(plan.Claims).Key.Value);
    }

    [Fact]
    public void A_fixed_key_is_one_key_for_all_runs() =>
        Assert.Equal("\"all \\\"orders\\\"\"", Assert.Single(PlanOf("{}", new DeclaredPolicy(FlowKind.Throttle, null, "all \"orders\"", null, 1, 10)).Claims).Key.Value);

    [Fact]
    public void A_key_of_a_megabyte_is_not_kept_for_each_run()
    {
        var one = KeyOf(new string('a', 1_000_000));
        var other = KeyOf(new string('a', 999_999) + "b");

        Assert.InRange(one.Length, 1, 256);
        Assert.NotEqual(one, other);
        Assert.Equal(one, KeyOf(new string('a', 1_000_000)));

        static string KeyOf(string account) => PlanOf($$"""{"account_id":"{{account}}"}""", Concurrency("input.account_id")).Claims[0].Key.Value;
    }

    [Fact]
    public void An_input_may_nest_as_deep_as_the_gateway_lets_it()
    {
        const int levels = 4_000;
        var input = $$"""{"deep":{{new string('[', levels)}}{{new string(']', levels)}},"account_id":"a-1"}""";

        Assert.Equal("\"a-1\"", Assert.Single(PlanOf(input, Concurrency("input.account_id")).Claims).Key.Value);
    }

    [Theory]
    [InlineData(null, "component:production:workflow:ship_order")]
    [InlineData("component", "component:production:workflow:ship_order")]
    [InlineData("deployment", "deployment:dep_1")]
    [InlineData("project", "project:prj_1")]
    [InlineData("workspace", "workspace:ws_1")]
    [InlineData("custom", "custom")]
    public void A_concurrency_counts_where_its_scope_says(string? scope, string expected) =>
        Assert.Equal(expected, Assert.Single(PlanOf("{}", new DeclaredPolicy(FlowKind.Concurrency, scope, "k", null, 2, 0)).Claims).Key.Scope);

    [Fact]
    public void A_policy_other_than_concurrency_counts_for_its_component_alone() =>
        Assert.Equal("component:production:workflow:ship_order", Assert.Single(PlanOf("{}", new DeclaredPolicy(FlowKind.Throttle, "project", null, null, 2, 10)).Claims).Key.Scope);

    [Fact]
    public void Two_runs_with_one_idempotency_key_are_one_run_for_as_long_as_declared()
    {
        var plan = FlowPlan.Of(Component([]) with { Idempotency = new(null, "input.id", 5_000) }, Place, """{"id":"o-1"}"""u8);

        Assert.Equal(("\"o-1\"", 5_000), (plan.IdempotencyKey, plan.IdempotencyTtlMs));
    }

    [Fact]
    public void Runs_without_an_idempotency_key_are_not_taken_for_one_run()
    {
        var plan = FlowPlan.Of(Component([]) with { Idempotency = new(null, "input.id", null) }, Place, "{}"u8);

        Assert.Null(plan.IdempotencyKey);
        Assert.Equal("The key expression 'input.id' of idempotency finds no text, number or bool in the input: the run has no idempotency key.", Assert.Single(plan.Notices));
    }

    [Fact]
    public void An_idempotency_without_a_key_swallows_no_runs()
    {
        var plan = FlowPlan.Of(Component([]) with { Idempotency = new(null, null, 7) }, Place, "{}"u8);

        Assert.Equal((null, 7), (plan.IdempotencyKey, plan.IdempotencyTtlMs));
        Assert.Empty(plan.Notices);
    }

    [Fact]
    public void A_component_without_policies_waits_for_nothing()
    {
        var plan = PlanOf("{}");

        Assert.Empty(plan.Claims);
        Assert.Equal((null, 86_400_000), (plan.IdempotencyKey, plan.IdempotencyTtlMs));
    }

    private static DeclaredPolicy Concurrency(string expression) => new(FlowKind.Concurrency, null, null, expression, 1, 0);

    private static FlowPlan PlanOf(string input, params DeclaredPolicy[] policies) => FlowPlan.Of(Component(policies), Place, Encoding.UTF8.GetBytes(input));

    private static ComponentSpec Component(DeclaredPolicy[] policies) => new() { Type = "workflow", Name = "ship_order", Policies = policies };
}

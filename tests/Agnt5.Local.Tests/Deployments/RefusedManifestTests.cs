using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Tests.Deployments;

/// <summary>Manifests that lie: each is refused with the place and what to do.</summary>
public sealed class RefusedManifestTests
{
    [Theory]
    [InlineData("{}", "$.protocol_version: is missing: it must be 'workerless.v1'", "$.components: is missing: it is the list of what the endpoint serves")]
    [InlineData("""{"protocol_version":"workerless.v2","components":[]}""", "$.protocol_version: is 'workerless.v2', and this AGNT5 speaks 'workerless.v1': use an SDK of that version")]
    [InlineData("""{"protocol_version":1,"components":{}}""", "$.protocol_version: is a number, and must be a text", "$.components: is an object, and must be a list")]
    [InlineData(
        """{"protocol_version":"workerless.v1","service_name":null,"service_version":"","components":null}""",
        "$.service_name: is null: leave it out where there is no value",
        "$.service_version: is blank",
        "$.components: is null: leave it out where there is no value")]
    [InlineData("[]", "$: is a list, and must be an object")]
    [InlineData("null", "$: is null, and must be an object")]
    public void What_is_no_manifest_is_refused(string manifest, params string[] problems) =>
        Assert.Equal(problems, Manifests.Read(manifest).Problems.Select(static problem => problem.ToString()));

    [Theory]
    [InlineData("7", "$.components[0]: is a number, and must be an object")]
    [InlineData("""{"name":"a"}""", "$.components[0]: has no type: set 'type' and 'component_type' to 'function', 'workflow', 'tool' or 'agent'")]
    [InlineData("""{"name":"a","type":"workflow","component_type":"agent"}""", "$.components[0]: has the type 'workflow' and the component_type 'agent': they are the same")]
    [InlineData("""{"name":"a","type":"Workflow","component_type":"workflow"}""", "$.components[0].type: is 'Workflow', and must be one of 'function', 'workflow', 'tool', 'agent'")]
    [InlineData("""{"type":"tool","component_type":"tool"}""", "$.components[0].name: is missing: a component is called by its name")]
    [InlineData("""{"name":" a","type":"tool","component_type":"tool"}""", "$.components[0].name: is ' a', which begins or ends with white space: trim it")]
    [InlineData("""{"name":"","type":"tool","component_type":"tool"}""", "$.components[0].name: is blank")]
    [InlineData("""{"name":"a\u0000b","type":"tool","component_type":"tool"}""", "$.components[0].name: is 'a\uFFFDb', which has a control character in it")]
    [InlineData(
        """{"name":"a","type":"function","component_type":"function","metadata":{"cron":"0 3 * * *"}}""",
        "$.components[0].metadata.cron: stands at a function: only workflows are started by schedules")]
    public void A_component_that_cannot_be_called_is_refused(string component, string problem) =>
        Assert.Equal(problem, Assert.Single(Manifests.Read(Manifests.Of(component)).Problems).ToString());

    [Fact]
    public void A_second_component_of_one_type_and_name_is_refused_with_the_place_of_the_first() => Assert.Equal(
        "$.components[2]: is a second workflow called 'a', beside $.components[0]: give each its own name",
        Assert.Single(Manifests.Read(Manifests.Of(Manifests.Workflow("a"), Manifests.Workflow("b"), Manifests.Workflow("a"))).Problems).ToString());

    [Theory]
    [InlineData(
        """ "batch":{"max_size":10,"window_ms":5} """,
        ".batch: declares batches, which AGNT5 does not accept on serverless endpoints during the beta: remove it, and take one input at a time")]
    [InlineData(""" "priority":{"expression":"input.p"} """, ".priority: is not static: during the beta AGNT5 accepts a level ('interactive', 'normal' or 'batch') or a number, and no expression")]
    [InlineData(
        """ "priority":{"level":"normal","expression":"input.p"} """,
        ".priority: is not static: during the beta AGNT5 accepts a level ('interactive', 'normal' or 'batch') or a number, and no expression")]
    [InlineData(""" "priority":"input.p" """, ".priority: is not static: during the beta AGNT5 accepts a level ('interactive', 'normal' or 'batch') or a number, and no expression")]
    [InlineData(""" "priority":{"level":"urgent"} """, ".priority.level: is 'urgent', and must be one of 'interactive', 'normal', 'batch'")]
    [InlineData(""" "priority":1.5 """, ".priority: must be a whole number that a double holds exactly")]
    [InlineData(""" "singleton":{"mode":"skip"} """, ".singleton.mode: is 'skip', and during the beta AGNT5 accepts only 'queue', where a run waits for the one before it")]
    [InlineData(""" "singleton":true """, ".singleton: is a bool, and must be an object")]
    [InlineData(""" "retries":{"max_attempts":0} """, ".retries.max_attempts: is 0, and must be from 1 to 100")]
    [InlineData(""" "retries":{"max_attempts":101} """, ".retries.max_attempts: is 101, and must be from 1 to 100")]
    [InlineData(""" "retries":{} """, ".retries.max_attempts: is missing: it is a number from 1 to 100")]
    [InlineData(""" "retries":{"max_attempts":2,"initial_interval_ms":-1} """, ".retries.initial_interval_ms: is -1, and must be at least 0")]
    [InlineData(""" "retries":{"max_attempts":2,"backoff":"random"} """, ".retries.backoff: is 'random', and must be one of 'constant', 'linear', 'exponential'")]
    [InlineData(""" "retries":{"max_attempts":2,"multiplier":0.5} """, ".retries.multiplier: must be a number of at least 1")]
    [InlineData(""" "retries":{"max_attempts":2,"multiplier":1e999} """, ".retries.multiplier: must be a number of at least 1")]
    [InlineData(""" "concurrency":{"limit":0} """, ".concurrency.limit: is 0, and must be at least 1")]
    [InlineData(""" "concurrency":{"limit":3e9} """, ".concurrency.limit: is 3000000000, and must be at most 2147483647")]
    [InlineData(""" "concurrency":{"limit":"2"} """, ".concurrency.limit: is a text, and must be a whole number")]
    [InlineData(""" "concurrency":{"limit":1e300} """, ".concurrency.limit: must be a whole number that a double holds exactly")]
    [InlineData(""" "concurrency":{} """, ".concurrency.limit: is missing: it says how many runs may pass")]
    [InlineData(""" "concurrency":{"limit":null} """, ".concurrency.limit: is null: leave it out where there is no value")]
    [InlineData(""" "concurrency":{"limit":1,"scope":"galaxy"} """, ".concurrency.scope: is 'galaxy', and must be one of 'project', 'deployment', 'component', 'workspace', 'custom'")]
    [InlineData(""" "concurrency":{"limit":1,"key":"a","key_expression":"input.a"} """, ".concurrency: has a key and a key_expression: runs are grouped by one of them, so remove the other")]
    [InlineData(""" "throttle":{"limit":1} """, ".throttle: has no period: set period_ms or window_ms")]
    [InlineData(""" "throttle":{"limit":1,"period_ms":1,"window_ms":1} """, ".throttle: has a period_ms and a window_ms: set one of them")]
    [InlineData(""" "rate_limit":{"limit":1,"window_ms":0} """, ".rate_limit.window_ms: is 0, and must be at least 1")]
    [InlineData(""" "debounce":{} """, ".debounce.window_ms: is missing: it is a time in ms")]
    [InlineData(""" "idempotency":{"ttl_ms":0} """, ".idempotency.ttl_ms: is 0, and must be at least 1")]
    [InlineData(""" "idempotency":{"key_expression":7} """, ".idempotency.key_expression: is a number, and must be a text")]
    public void A_policy_that_cannot_be_enforced_is_refused(string policy, string problem) =>
        Assert.Equal($"$.components[0].flow_control{problem}", Assert.Single(Manifests.ProblemsOf($$""" "flow_control":{{{policy}}} """)));

    [Theory]
    [InlineData(
        """ "metadata":{"cron":"0 0 3 * * *"} """,
        "$.components[0].metadata.cron: is '0 0 3 * * *': it has 6 fields, the first of them seconds: a schedule has five fields (minute, hour, day of the "
        + "month, month, day of the week), and the shortest interval is a minute; write '0 3 * * *'")]
    [InlineData(
        """ "metadata":{"cron":"@daily"} """,
        "$.components[0].metadata.cron: is '@daily': AGNT5 knows no macros, and a schedule has five fields (minute, hour, day of the month, month, day of the week); write '0 0 * * *'")]
    [InlineData(""" "metadata":{"cron":null} """, "$.components[0].metadata: has a null for 'cron': leave it out where there is no value")]
    [InlineData(""" "metadata":[] """, "$.components[0].metadata: is a list, and must be an object")]
    [InlineData(""" "triggers":null """, "$.components[0].triggers: is null: leave it out where there is no value")]
    [InlineData(""" "triggers":{} """, "$.components[0].triggers: is an object, and must be a list")]
    [InlineData(""" "triggers":[{"trigger_type":"cron","event_name":"a"}] """, "$.components[0].triggers[0].trigger_type: is 'cron', and must be one of 'event'")]
    [InlineData(""" "triggers":[{"event_name":"a"}] """, "$.components[0].triggers[0].trigger_type: is missing: it must be 'event'")]
    [InlineData(""" "triggers":[{"trigger_type":"event"}] """, "$.components[0].triggers[0].event_name: is missing: a trigger starts runs for the events of a name")]
    [InlineData(""" "triggers":[{"trigger_type":"event","event_name":"a "}] """, "$.components[0].triggers[0].event_name: is 'a ', which begins or ends with white space: trim it")]
    [InlineData(
        """ "triggers":[{"trigger_id":"t","trigger_type":"event","event_name":"a"},{"trigger_id":"t","trigger_type":"event","event_name":"b"}] """,
        "$.components[0].triggers[1].trigger_id: is 't', the id of another trigger of this component: give each its own, or leave it out")]
    [InlineData(
        """ "triggers":[{"trigger_type":"event","event_name":"a","filter_expression":null}] """,
        "$.components[0].triggers[0].filter_expression: is null: leave it out where there is no value")]
    [InlineData(""" "input_schema":"object" """, "$.components[0].input_schema: is a text, and a JSON Schema is an object")]
    [InlineData(""" "max_concurrency":0 """, "$.components[0].max_concurrency: is 0, and must be at least 1")]
    [InlineData(""" "priority":"1" """, "$.components[0].priority: is a text, and must be a whole number")]
    [InlineData(""" "flow_control":null """, "$.components[0].flow_control: is null: leave it out where there is no value")]
    public void A_trigger_or_value_that_would_be_silently_ignored_is_refused(string members, string problem) => Assert.Equal(problem, Assert.Single(Manifests.ProblemsOf(members)));

    [Fact]
    public void One_import_shows_all_problems_and_a_flood_of_them_its_first()
    {
        Assert.Equal(2, Manifests.ProblemsOf(""" "max_concurrency":0,"priority":"1" """).Length);

        var problems = Manifests.Read(Manifests.Of([.. Enumerable.Repeat("7", 500)])).Problems;
        Assert.Equal(ManifestProblems.Most, problems.Count);
        Assert.Equal("$: there are 451 more problems: correct these first", problems[^1].ToString());
    }
}

using Agnt5.Analyzers.Tests.Verification;

namespace Agnt5.Analyzers.Tests;

/// <summary>A message about a trigger or policy says which part is wrong, where, and what to write.</summary>
public sealed class FlowControlMessageTests
{
    [Theory]
    [InlineData(
        "input.AccountId",
        "'AccountId' is not a member of Order in JSON; write 'input.accountId' (there are 'id', 'accountId', 'sum', 'account', 'lines', 'byDay' and 1 more)")]
    [InlineData("input.account.Regoin", "'Regoin' is not a member of Account in JSON; write 'input.account.region' (there are 'region', 'owner')")]
    [InlineData("input.account.zip", "'zip' is not a member of Account in JSON (there are 'region', 'owner')")]
    [InlineData("input.account.owner.Nam", "'Nam' is not a member of Owner in JSON; write 'input.account.owner.name' (there is 'name')")]
    [InlineData("accountId", "a key expression begins with 'input'; write 'input.accountId'")]
    [InlineData("account", "a key expression begins with 'input'")]
    [InlineData(
        "input",
        "it leads to Order, which is an object, and a key is a text, number, bool, enum, Guid or date "
            + "(below it there are 'input.id', 'input.accountId', 'input.sum', 'input.account.region')")]
    [InlineData(
        "input.account.owner",
        "it leads to Owner, which is an object, and a key is a text, number, bool, enum, Guid or date; write 'input.account.owner.name' "
            + "(below it there is 'input.account.owner.name')")]
    [InlineData("input.lines", "it leads to a list, and a key is a text, number, bool, enum, Guid or date")]
    [InlineData("input.others", "it leads to a dictionary, and a key is a text, number, bool, enum, Guid or date")]
    [InlineData("input.lines[0]", "a key expression has no index: a run has one key, so take it from a member of the input that is not a list")]
    [InlineData("input.lines.first", "'input.lines' is a list, and a run has one key: take it from a member of the input that is not a list")]
    [InlineData("input.byDay.Monday", "'input.byDay' is a dictionary whose keys are not text, so no name leads into it")]
    [InlineData("input.sum.value", "'input.sum' is of type decimal, which has no members; write 'input.sum'")]
    [InlineData("input..id", "there is nothing between two dots or after the last; write 'input.id'")]
    public async Task A_key_expression_that_fails_is_told_where_and_what_there_is(string expression, string message) =>
        Assert.Equal($"'Orders.Approve' keys [Singleton] by '{expression}': {message}", await MessageAsync($"[Function, Singleton(KeyExpression = \"{expression}\")]", "Order order"));

    [Fact]
    public async Task Of_an_input_object_the_parameters_are_the_members() =>
        Assert.Equal(
            "'Orders.Approve' keys [Singleton] by 'input.OrderId': 'OrderId' is not a member of the input in JSON; write 'input.orderId' (there are 'orderId', 'count')",
            await MessageAsync("[Function, Singleton(KeyExpression = \"input.OrderId\")]", "string orderId, int count"));

    [Fact]
    public async Task A_project_that_names_in_snake_case_writes_keys_in_snake_case() =>
        Assert.Equal(
            "'Orders.Approve' keys [Singleton] by 'input.accountId': 'accountId' is not a member of Order in JSON; write 'input.account_id' "
                + "(there are 'id', 'account_id', 'sum', 'account', 'lines', 'by_day' and 1 more)",
            await MessageAsync(
                "[Function, Singleton(KeyExpression = \"input.accountId\")]", "Order order", "[assembly: Agnt5Json(JsonKnownNamingPolicy.SnakeCaseLower)]"));

    [Theory]
    [InlineData("[Function, Singleton(KeyExpression = \"input.id\")]", "keys [Singleton] by 'input.id': the component takes no input; use Key, or take the input that has the key")]
    [InlineData(
        "[Workflow, Batch]",
        "declares [Batch]: batch declarations are not supported on serverless endpoints during the beta, and AGNT5 would refuse the manifest; remove the attribute")]
    [InlineData(
        "[Function, Priority(Expression = \"input.urgency\")]",
        "takes its priority from 'input.urgency': during the beta AGNT5 accepts only static priorities, so give a level or a number")]
    [InlineData("[Function, Priority]", "has [Priority] without a priority: give a level or a number, or remove it")]
    [InlineData(
        "[Function, Singleton(Mode = SingletonMode.Skip)]",
        "sets Mode to Skip: during the beta AGNT5 accepts only Queue, where a run waits for the one before it; set Queue, or leave Mode out")]
    [InlineData("[Workflow, OnEvent(\"\")]", "is started by a blank name: an event's name has only letters, digits and '_', '.', ':', '/' or '-'")]
    [InlineData(
        "[Workflow, OnWebhook(\"git@hub\", \"a\")]",
        "is started by webhooks of 'git@hub', which AGNT5 does not accept: it accepts those of 'standard', 'sentry', 'stripe', 'github' and 'slack'")]
    [InlineData(
        "[Workflow, OnEvent(\"a\", InputMapping = \"event.order\")]",
        "sets InputMapping, and AGNT5 skips a trigger with InputMapping: no run would ever start; remove it, and take what you need from the payload in code")]
    [InlineData(
        "[Workflow, OnEvent(\"a\", Delay = \"5s\")]",
        "sets Delay, and AGNT5 skips a trigger with Delay: no run would ever start; remove it, and begin the workflow with SleepAsync")]
    [InlineData(
        "[Workflow, OnWebhook(\"slack\", \"a\", BatchWindowMs = 250)]",
        "sets BatchWindowMs, and AGNT5 skips a trigger with BatchWindowMs: no run would ever start; remove it, and take one event at a time, or the latest with [Debounce]")]
    [InlineData(
        "[Workflow, OnEvent(\"a\", Filter = \"event.total > 1\")]",
        "filters by 'event.total > 1', which is not a method of 'Orders': name a static method there that "
            + "returns bool and takes a JsonElement, a TriggerEvent<JsonElement> or a WebhookDelivery, by nameof")]
    [InlineData(
        "[Workflow, OnEvent(\"a\", Filter = nameof(Owner.Equals))]",
        "filters by 'Equals', which is declared in 'Owner': a predicate is a method of the workflow's own class, so declare it in 'Orders'")]
    [InlineData("[Workflow, OnEvent(\"a\"), Singleton(KeyExpression = \"input.id\")]",
        "keys [Singleton] by 'input.id': 'id' is not a member of the gateway's envelope in JSON (there are 'event', 'deployment_id', 'target_kind', 'target_ref')")]
    [InlineData(
        "[Workflow, OnEvent(\"a\", Id = \"x\"), OnEvent(\"b\", Id = \"x\")]",
        "has two triggers with the id 'x': give each its own, or leave it out, and AGNT5 gives it one")]
    [InlineData(
        "[Workflow(MaxConcurrency = 3), Concurrency(2)]", "sets MaxConcurrency to 3 and [Concurrency] to 2, which are the same setting: keep one of them")]
    [InlineData(
        "[Workflow, Retries(3, Backoff = BackoffKind.Linear, Multiplier = 2)]",
        "sets Multiplier, which only works with exponential backoff, and Backoff to Linear: remove Multiplier, or set Backoff to Exponential")]
    [InlineData(
        "[Workflow, Retries(3, InitialIntervalMs = 5, MaxIntervalMs = 4)]",
        "sets MaxIntervalMs to 4, below the InitialIntervalMs of 5: the first wait is longer than the longest")]
    public async Task A_policy_that_AGNT5_refuses_is_explained(string attributes, string message) =>
        Assert.Equal($"'Orders.Approve' {message}", await MessageAsync(attributes, ""));

    [Theory]
    [InlineData("[assembly: Singleton(KeyExpression = \"input.zip\")]", "[Function]",
        "has the assembly's default, which keys [Singleton] by 'input.zip': 'zip' is not a member of Owner in JSON (there is 'name')")]
    [InlineData("", "[Function, Worn]", "wears [Worn], which keys [Singleton] by 'input.Name': 'Name' is not a member of Owner in JSON; write 'input.name' (there is 'name')")]
    [InlineData("[assembly: Concurrency(2)]", "[Function(MaxConcurrency = 3)]", "sets MaxConcurrency to 3 and the assembly's [Concurrency] to 2, which are the same setting: keep one of them")]
    public async Task A_policy_from_elsewhere_is_told_with_where_it_is_from(string assembly, string attributes, string message) =>
        Assert.Equal($"'Orders.Approve' {message}", await MessageAsync(attributes, "Owner owner", assembly));

    [Theory]
    [InlineData("0 25 * * *", "field 2, hour '25': hours are 0 to 23")]
    [InlineData("0 3 * 13 *", "field 4, month '13': months are 1 to 12 or JAN to DEC")]
    [InlineData("0 3 * * 1,8", "field 5, day of the week '1,8': days of the week are 0 to 7 or SUN to SAT")]
    [InlineData("0 3 32 * *", "field 3, day of the month '32': days of the month are 1 to 31")]
    [InlineData("x 3 * * *", "field 1, minute 'x': 'x' is not a valid minute: minutes are 0 to 59")]
    [InlineData("*/90 * * * *", "field 1, minute '*/90': a step of 90 leads out of the minutes, which are 0 to 59")]
    [InlineData("0 3 30 2 *", "it never comes: February has no day 30")]
    [InlineData("0 3 31 4,6,9,11 *", "it never comes: April, June, September and November have no day 31")]
    [InlineData("0 3 * *", "it has 4 fields: a schedule has five fields (minute, hour, day of the month, month, day of the week)")]
    [InlineData("TZ=UTC 0 3 * * *", "AGNT5 takes no time zone with a schedule, and a schedule has five fields (minute, hour, day of the month, month, day of the week)")]
    [InlineData("0 3 L * *", "field 3, day of the month 'L': AGNT5 knows no 'L': start on days 28-31, and return at once if the next day is in the same month")]
    [InlineData(
        "0 0 3 * * *",
        "it has 6 fields, the first of them seconds: a schedule has five fields (minute, hour, day of the month, month, day of the week), and the shortest interval is a minute; "
            + "write '0 3 * * *': at 03:00 every day (counted from 2027: Fri 2027-01-01 03:00, Sat 2027-01-02 03:00, Sun 2027-01-03 03:00)")]
    [InlineData(
        "0 0 29 feb ?",
        "field 5, day of the week '?': AGNT5 knows no '?': '*' means any; "
            + "write '0 0 29 feb *': at 00:00 on day 29 of the month in February (counted from 2027: Tue 2028-02-29 00:00, Sun 2032-02-29 00:00, Fri 2036-02-29 00:00)")]
    public async Task A_schedule_that_is_wrong_is_told_by_field_and_range_and_what_a_near_one_does(string expression, string message) =>
        Assert.Equal($"'Orders.Approve' has the schedule '{expression}': {message}", await MessageAsync($"[Workflow, Cron(\"{expression}\")]", ""));

    [Fact]
    public async Task A_long_or_broken_text_does_not_break_the_build_log()
    {
        var message = await MessageAsync($"[Workflow, Cron(\"0\\n3 {new string('9', 5_000)} * *\")]", "");

        Assert.DoesNotContain('\n', message);
        Assert.InRange(message.Length, 1, 500);
    }

    [Theory]
    [InlineData("Order order", "its input needs 'id', 'accountId', 'sum', 'account', 'lines', 'byDay' and 1 more: make them nullable or give them defaults")]
    [InlineData("string region, int count = 3", "its input needs 'region': make it nullable or give it a default")]
    [InlineData("[Input] string region", "its whole input is string, not an object: take an object without required members, or nothing")]
    public async Task What_a_schedule_does_not_send_is_named(string parameters, string message) =>
        Assert.Equal(
            $"'Orders.Approve' starts on a schedule, which sends no input, and {message}",
            await MessageAsync("[Workflow, Cron(\"0 3 * * *\")]", parameters));

    [Theory]
    [InlineData("OnEvent(\"a\")", "input.event.data.zip", "'zip' is not a member of Owner in JSON (there is 'name')")]
    [InlineData("OnEvent(\"a\")", "input.event.data",
        "it leads to Owner, which is an object, and a key is a text, number, bool, enum, Guid or date; write 'input.event.data.name' (below it there is 'input.event.data.name')")]
    [InlineData("OnEvent(\"a\")", "input.event.zip", "'zip' is not a member of the event in JSON (there are 'data', 'id', 'name', 'source', 'timestamp_ns')")]
    [InlineData("OnEvent(\"a\")", "input.zip", "'zip' is not a member of Owner in JSON (there is 'name')")]
    [InlineData(
        "OnWebhook(\"slack\", \"a\")",
        "input.event.data.body.name",
        "'input.event.data.body' is of type string, which has no members; it is the raw text that the sender signed, so no key reaches into it: "
            + "take 'integration_id', 'event_type', 'idempotency_key' or 'source' next to it")]
    [InlineData(
        "OnWebhook(\"slack\", \"a\")",
        "input.event.data.name",
        "'name' is not a member of the webhook's delivery in JSON (there are 'integration_id', 'event_type', 'idempotency_key', 'source', 'timestamp', 'headers' and 2 more); "
            + "the payload is raw text in 'body', so no key reaches into it")]
    public async Task A_key_of_a_triggered_run_is_told_where_it_fails_and_what_there_is(string trigger, string expression, string message) =>
        Assert.Equal(
            $"'Orders.Approve' keys [Singleton] by '{expression}': {message}",
            await MessageAsync($"[Workflow, {trigger}, Singleton(KeyExpression = \"{expression}\")]", "Owner owner"));

    [Theory]
    [InlineData(
        "OnEvent(\"a\")",
        "the input of an event's run is the gateway's envelope; write 'input.event.data.name'")]
    [InlineData(
        "OnWebhook(\"slack\", \"a\")",
        "the input of a webhook's run is the gateway's envelope, with the payload as raw text, so use a key of the delivery: 'input.event.data.integration_id'")]
    public async Task A_key_that_triggered_runs_do_not_have_is_told_with_the_one_that_they_have(string trigger, string message) =>
        Assert.Equal(
            $"'Orders.Approve' keys [Singleton] by 'input.name', which only exists in runs that are started directly: {message}",
            await MessageAsync($"[Workflow, {trigger}, Singleton(KeyExpression = \"input.name\")]", "Owner owner"));

    private static Task<string> MessageAsync(string attributes, string parameters, string assembly = "") => Verify.MessageAsync($$"""
        using System.Text.Json.Serialization;
        {{assembly}}

        [Singleton(KeyExpression = "input.Name")] public sealed class WornAttribute : Attribute;
        public sealed record Owner(string Name);
        public sealed record Account(string Region, Owner Owner);
        public sealed record Order(
            string Id, string AccountId, [property: JsonPropertyName("sum")] decimal Total, Account Account, List<string> Lines, Dictionary<DayOfWeek, int> ByDay, Dictionary<string, Account> Others);

        public static class Orders
        {
            {{attributes}}
            public static void Approve({{parameters}}) { }
        }
        """);
}

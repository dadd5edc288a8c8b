using Agnt5.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Agnt5.Analyzers.Tests;

/// <summary>AGT3001 to AGT3012: a correction that is certain is one click away.</summary>
public sealed class FlowControlFixTests
{
    [Theory]
    [InlineData("[Workflow, Batch(MaxSize = 5)]", "[Workflow]")]
    [InlineData("[Batch, Workflow]", "[Workflow]")]
    [InlineData("[Workflow]\n    // Gathered.\n    [Batch(MaxSize = 5)]", "[Workflow]\n    // Gathered.")]
    public async Task A_batch_declaration_is_removed(string before, string after) => await ChangesAsync("AGT3001", before, after);

    [Fact]
    public async Task A_batch_declaration_of_the_assembly_is_removed() =>
        await VerifyFix.ChangesAsync(
            "AGT3001",
            "[assembly: Batch(MaxSize = 5)]\n[assembly: Retries(2)]\n\npublic static class Orders { [Function] public static void Approve() { } }\n",
            "[assembly: Retries(2)]\n\npublic static class Orders { [Function] public static void Approve() { } }\n");

    [Theory]
    [InlineData("[Function(MaxConcurrency = 0, Priority = 1)]", "[Function(MaxConcurrency = 1, Priority = 1)]", "Set MaxConcurrency to 1")]
    [InlineData("[Function, Retries(101)]", "[Function, Retries(100)]", "Set maxAttempts to 100")]
    [InlineData("[Function, Retries(1, InitialIntervalMs = -5)]", "[Function, Retries(1, InitialIntervalMs = 0)]", "Set InitialIntervalMs to 0")]
    [InlineData("[Function, Debounce(windowMs: -1 /* off */)]", "[Function, Debounce(windowMs: 1 /* off */)]", "Set windowMs to 1")]
    [InlineData("[Function, Retries(2, Multiplier = 0.5)]", "[Function, Retries(2, Multiplier = 1)]", "Set Multiplier to 1")]
    [InlineData("[Function, Throttle(1, PeriodMs = 5, WindowMs = 5)]", "[Function, Throttle(1, PeriodMs = 5)]", "Keep PeriodMs")]
    [InlineData("[Function, RateLimit(1, WindowMs = 5, PeriodMs = 5)]", "[Function, RateLimit(1, PeriodMs = 5)]", "Keep PeriodMs")]
    public async Task A_value_is_brought_into_its_range(string before, string after, string title) => await ChangesAsync("AGT3002", before, after, title);

    [Theory]
    [InlineData("[Function, Throttle(1)]")]
    [InlineData("[Function, Throttle(1, PeriodMs = 5, WindowMs = 6)]")]
    [InlineData("[Function, Retries(2, Multiplier = double.NaN)]")]
    [InlineData("[Function, Retries(2, Multiplier = double.PositiveInfinity)]")]
    [InlineData("[Function, Priority((PriorityLevel)9)]")]
    [InlineData("[Function, Retries(Orders.None)]")]
    public async Task What_value_is_meant_is_the_users_to_say(string attributes) => await VerifyFix.OffersNothingAsync("AGT3002", Orders(attributes));

    [Theory]
    [InlineData("[Function, Singleton(Key = \"a\", KeyExpression = \"input.accountId\")]", "[Function, Singleton(KeyExpression = \"input.accountId\")]")]
    [InlineData(
        "[Function, Throttle(1, KeyExpression = \"input.id\", PeriodMs = 5, Key = \"a\")]", "[Function, Throttle(1, KeyExpression = \"input.id\", PeriodMs = 5)]")]
    public async Task Of_two_keys_the_one_from_the_input_is_kept(string before, string after) => await ChangesAsync("AGT3003", before, after);

    [Fact]
    public async Task What_stands_on_lines_of_its_own_leaves_no_line_behind() => await ChangesAsync(
        "AGT3003",
        """
        [Function, Throttle(
            1,
            Key = "a",
            KeyExpression = "input.id", // by order
            PeriodMs = 5)]
        """,
        """
        [Function, Throttle(
            1,
            KeyExpression = "input.id", // by order
            PeriodMs = 5)]
        """);

    [Fact]
    public async Task What_another_declaration_brings_is_not_changed_from_here() =>
        await VerifyFix.OffersNothingAsync("AGT3004", Orders("[Function, Worn]") + "[Singleton(KeyExpression = \"input.Id\")] public sealed class WornAttribute : Attribute;");

    [Theory]
    [InlineData("input.AccountId", "input.accountId")]
    [InlineData("input.account_id", "input.accountId")]
    [InlineData("input.acountId", "input.accountId")]
    [InlineData("input.accuontId", "input.accountId")]
    [InlineData("input.Total", "input.sum")]
    [InlineData("accountId", "input.accountId")]
    [InlineData("Input.Account.Regoin", "input.account.region")]
    [InlineData("$.account.region", "input.account.region")]
    [InlineData("input..id", "input.id")]
    [InlineData("input.id.", "input.id")]
    [InlineData("input. id", "input.id")]
    [InlineData("input.id.length", "input.id")]
    [InlineData("input.only", "input.only.name")]
    public async Task A_key_expression_becomes_the_one_that_was_meant(string before, string after) =>
        await ChangesAsync("AGT3004", Keyed($"\"{before}\""), Keyed($"\"{after}\""), $"Use '{after}'");

    [Theory]
    [InlineData("\"input.nothing\"")]
    [InlineData("\"input.account\"")]
    [InlineData("\"input.lines[0]\"")]
    [InlineData("\"input\"")]
    [InlineData("nameof(Orders) + \".AccountId\"")]
    [InlineData("Orders.Wrong")]
    public async Task What_key_is_meant_is_the_users_to_say(string expression) => await VerifyFix.OffersNothingAsync("AGT3004", Orders(Keyed(expression)));

    [Theory]
    [InlineData("[Function, Singleton(Mode = SingletonMode.Skip, Key = \"a\")]", "[Function, Singleton(Mode = SingletonMode.Queue, Key = \"a\")]")]
    [InlineData("[Function, Singleton(Mode = Agnt5.SingletonMode.Cancel)]", "[Function, Singleton(Mode = Agnt5.SingletonMode.Queue)]")]
    [InlineData("[Function, Singleton(Mode = (SingletonMode)1)]", "[Function, Singleton]")]
    [InlineData("[Function, Singleton(Mode = Orders.Skip, Key = \"a\")]", "[Function, Singleton(Key = \"a\")]")]
    public async Task Runs_of_a_singleton_queue(string before, string after) => await ChangesAsync("AGT3006", before, after);

    [Theory]
    [InlineData("0 0 3 * * *", "0 3 * * *", "at 03:00 every day")]
    [InlineData("0 0 3 ? * MON-FRI *", "0 3 * * MON-FRI", "at 03:00 on Monday to Friday")]
    [InlineData("0 3 * * ? *", "0 3 * * *", "at 03:00 every day")]
    [InlineData("0 3 ? * MON *", "0 3 * * MON", "at 03:00 on Monday")]
    [InlineData("@daily", "0 0 * * *", "at 00:00 every day")]
    [InlineData("@Yearly", "0 0 1 1 *", "at 00:00 on day 1 of the month in January")]
    [InlineData("0 24 * * *", "0 0 * * *", "at 00:00 every day")]
    [InlineData("0 22-6 * * *", "0 22-23,0-6 * * *", "at 00:00, 01:00, 02:00, 03:00, 04:00, 05:00, 06:00, 22:00 and 23:00 every day")]
    [InlineData("0 3 * * FRI-SUN", "0 3 * * 5-7", "at 03:00 on Friday to Sunday")]
    [InlineData("0 3 * * 7-2", "0 3 * * 0-2", "at 03:00 on Sunday to Tuesday")]
    [InlineData("0 3 * * SAT-MON", "0 3 * * 6,0-1", "at 03:00 on Monday, Saturday and Sunday")]
    [InlineData("*/60 * * * *", "0 * * * *", "every hour")]
    [InlineData("0 3 * March monday", "0 3 * MAR MON", "at 03:00 on Monday in March")]
    [InlineData("0 3 * * MON, WED", "0 3 * * MON,WED", "at 03:00 on Monday and Wednesday")]
    [InlineData("0 3 * * MON ,WED", "0 3 * * MON,WED", "at 03:00 on Monday and Wednesday")]
    [InlineData("0 3 * * 1,,2,", "0 3 * * 1,2", "at 03:00 on Monday and Tuesday")]
    public async Task A_schedule_becomes_the_one_that_was_meant_and_the_user_reads_when_it_fires(string before, string after, string words) =>
        await ChangesAsync("AGT3007", $"[Workflow, Cron(\"{before}\")]", $"[Workflow, Cron(\"{after}\")]", $"Use '{after}': {words}", takesInput: false);

    [Theory]
    [InlineData("0 25 * * *")]
    [InlineData("0 3 30 2 *")]
    [InlineData("*/10 * * * * *")]
    [InlineData("0 3 * * * 2027")]
    [InlineData("0 3 L * *")]
    [InlineData("0 3 * *")]
    [InlineData("@reboot")]
    [InlineData("")]
    public async Task What_schedule_is_meant_is_the_users_to_say(string expression) =>
        await VerifyFix.OffersNothingAsync("AGT3007", Orders($"[Workflow, Cron(\"{expression}\")]", takesInput: false));

    [Theory]
    [InlineData("[Workflow, OnEvent(\" order.created \")]", "[Workflow, OnEvent(\"order.created\")]")]
    [InlineData("[Workflow, OnEvent(\"order..created.\")]", "[Workflow, OnEvent(\"order.created\")]")]
    [InlineData("[Workflow, OnEvent(\"order–created\")]", "[Workflow, OnEvent(\"order-created\")]")]
    [InlineData("[Workflow, OnWebhook(\"github\", @\"issues\\opened\")]", "[Workflow, OnWebhook(\"github\", \"issues/opened\")]")]
    [InlineData("[Workflow, OnEvent(\"a\", Id = \"x\"), OnEvent(\"b\", Id = \"x\")]", "[Workflow, OnEvent(\"a\", Id = \"x\"), OnEvent(\"b\")]")]
    [InlineData("[Workflow, OnEvent(\"a\", Id = \"\", Filter = null)]", "[Workflow, OnEvent(\"a\", Filter = null)]")]
    [InlineData("[Workflow, OnWebhook(\"githb\", \"opened\")]", "[Workflow, OnWebhook(\"github\", \"opened\")]")]
    [InlineData("[Workflow, OnWebhook(\" GitHub \", \"opened\")]", "[Workflow, OnWebhook(\"github\", \"opened\")]")]
    [InlineData("[Workflow, OnWebhook(\"Git-Hub\", \"opened\")]", "[Workflow, OnWebhook(\"github\", \"opened\")]")]
    public async Task A_trigger_is_tidied(string before, string after) => await ChangesAsync("AGT3008", before, after);

    [Theory]
    [InlineData("[Workflow, OnEvent(\"\")]")]
    [InlineData("[Workflow, OnEvent(\"order created\")]")]
    [InlineData("[Workflow, OnEvent(\"order.*\")]")]
    [InlineData("[Workflow, OnWebhook(\"paypal\", \"paid\")]")]
    public async Task What_event_is_meant_is_the_users_to_say(string attributes) => await VerifyFix.OffersNothingAsync("AGT3008", Orders(attributes));

    [Theory]
    [InlineData("InputMapping = \"event.order\"", "Remove InputMapping")]
    [InlineData("Delay = \"5s\"", "Remove Delay")]
    [InlineData("BatchWindowMs = 250", "Remove BatchWindowMs")]
    [InlineData("Filter = \"event.total > 100\"", "Remove Filter")]
    [InlineData("Filter = \"IsBgi\"", "Remove Filter")]
    public async Task What_AGNT5_skips_a_trigger_for_is_removed(string property, string title) =>
        await ChangesAsync("AGT3010", $"[Workflow, OnEvent(\"order.created\", {property}, Id = \"a\")]", "[Workflow, OnEvent(\"order.created\", Id = \"a\")]", title);

    [Theory]
    [InlineData("\"IsBgi\"")]
    [InlineData("\"isBig\"")]
    [InlineData("nameof(Account.IsBigg)")]
    public async Task A_filter_that_is_nearly_the_name_of_a_predicate_becomes_it(string filter) =>
        await ChangesAsync("AGT3010", $"[Workflow, OnEvent(\"order.created\", Filter = {filter})]", "[Workflow, OnEvent(\"order.created\", Filter = nameof(IsBig))]", "Use nameof(IsBig)");

    [Theory]
    [InlineData("\"event.total > 100\"", "Remove Filter")]
    [InlineData("nameof(IsAsync)", "Remove Filter")]
    [InlineData("\"IsBgi\"", "Use nameof(IsBig)", "Remove Filter")]
    public async Task A_predicate_is_offered_before_the_removal_and_only_where_one_is_near(string filter, params string[] titles)
    {
        using var workspace = new AdhocWorkspace();
        var document = CodeFixRun.Open(workspace, Orders($"[Workflow, OnEvent(\"order.created\", Filter = {filter})]"));

        Assert.Equal(titles, (await CodeFixRun.OfferedAsync(document, "AGT3010")).Select(action => action.Title));
    }

    [Theory]
    [InlineData("private static bool IsLarge(Order order) => true;", "internal static bool IsLarge(Order order) => true;", "Make 'IsLarge' internal")]
    [InlineData("/// <summary>Asked.</summary>\n    static bool IsLarge(Order order) => true;",
        "/// <summary>Asked.</summary>\n    internal static bool IsLarge(Order order) => true;", "Make 'IsLarge' internal")]
    [InlineData("public bool IsLarge(Order order) => true; public bool Ask(Order order) => IsLarge(order);",
        "public static bool IsLarge(Order order) => true; public bool Ask(Order order) => IsLarge(order);", "Make 'IsLarge' static")]
    [InlineData("bool IsLarge(Order order) { return true; }", "internal static bool IsLarge(Order order) { return true; }", "Make 'IsLarge' internal and static")]
    [InlineData("private bool IsLarge(Order order) => true;", "internal static bool IsLarge(Order order) => true;", "Make 'IsLarge' internal and static")]
    public async Task A_predicate_that_generated_code_cannot_call_is_opened_before_its_filter_is_removed(string before, string after, string title)
    {
        using var workspace = new AdhocWorkspace();
        var offered = await CodeFixRun.OfferedAsync(CodeFixRun.Open(workspace, Filtered(before)), "AGT3010");

        Assert.Equal([title, "Remove Filter"], offered.Select(action => action.Title));
        await VerifyFix.ChangesAsync("AGT3010", Filtered(before), Filtered(after), title);
    }

    [Theory]
    [InlineData("public bool IsLarge(Order order) => order.Total > _limit;")]
    [InlineData("public bool IsLarge(Order order) => this is not null;")]
    [InlineData("public virtual bool IsLarge(Order order) => true;")]
    [InlineData("public bool IsLarge(Order order) => true; public static bool Ask(Orders orders, Order order) => orders.IsLarge(order);")]
    public async Task A_predicate_that_needs_its_object_is_the_users_to_change(string members)
    {
        using var workspace = new AdhocWorkspace();
        var offered = await CodeFixRun.OfferedAsync(CodeFixRun.Open(workspace, Filtered(members)), "AGT3010");

        Assert.Equal(["Remove Filter"], offered.Select(action => action.Title));
    }

    [Fact]
    public async Task A_predicate_of_another_class_opens_none_of_its_name_in_the_workflows()
    {
        var source = Filtered("private static bool IsLarge(Order order) => true;").Replace("nameof(IsLarge)", "nameof(Elsewhere.IsLarge)", StringComparison.Ordinal)
            + "public static class Elsewhere { public static bool IsLarge(Order order) => true; }";
        using var workspace = new AdhocWorkspace();
        var offered = await CodeFixRun.OfferedAsync(CodeFixRun.Open(workspace, source), "AGT3010");

        Assert.Equal(["Remove Filter"], offered.Select(action => action.Title));
    }

    [Fact]
    public async Task Fix_All_removes_no_filter_that_names_a_predicate()
    {
        const string Predicates = "private static bool IsLarge(Order order) => true; internal static Task<bool> IsAsync(Order order) => Task.FromResult(true);";
        const string Async = "OnEvent(\"order.changed\", Filter = nameof(IsAsync)), ";
        await VerifyFix.ChangesAllAsync(
            "AGT3010",
            Filtered(Predicates, $"OnEvent(\"order.paid\", Delay = \"5s\"), {Async}"),
            Filtered(Predicates, $"OnEvent(\"order.paid\"), {Async}"),
            "Remove Delay",
            left: 2);
    }

    [Fact]
    public async Task All_that_AGNT5_skips_triggers_for_is_removed_at_once() => await VerifyFix.ChangesAllAsync(
        "AGT3010",
        Orders("""
            [Workflow]
                [OnEvent("order.created", InputMapping = "event", Filter = "event.total > 100")]
                [OnEvent(
                    "order.changed",
                    Delay = "5s",
                    Id = "changed", // by us
                    BatchWindowMs = 5)]
            """),
        Orders("""
            [Workflow]
                [OnEvent("order.created")]
                [OnEvent(
                    "order.changed",
                    Id = "changed")]
            """),
        "Remove InputMapping");

    [Theory]
    [InlineData("input.accountId", "input.event.data.accountId")]
    [InlineData("input.account.region", "input.event.data.account.region")]
    public async Task Runs_of_an_event_are_keyed_by_its_payload(string before, string after) => await ChangesAsync(
        "AGT3012",
        $"[Workflow, OnEvent(\"order.created\"), Concurrency(1, KeyExpression = \"{before}\")]",
        $"[Workflow, OnEvent(\"order.created\"), Concurrency(1, KeyExpression = \"{after}\")]",
        $"Use '{after}'");

    [Theory]
    [InlineData("[Workflow, OnWebhook(\"stripe\", \"paid\"), Singleton(KeyExpression = \"input.accountId\")]")]
    [InlineData("[Workflow, OnEvent(\"order.created\"), Singleton(KeyExpression = Orders.Right)]")]
    public async Task What_key_a_triggered_run_has_is_the_users_to_say(string attributes) => await VerifyFix.OffersNothingAsync("AGT3012", Orders(attributes));

    [Theory]
    [InlineData("input.event.data.AccountId", "input.event.data.accountId")]
    [InlineData("event.data.accountId", "input.event.data.accountId")]
    [InlineData("input.evnt.data.acountId", "input.event.data.accountId")]
    [InlineData("input.event.Id", "input.event.id")]
    public async Task A_key_expression_over_an_event_becomes_the_one_that_was_meant(string before, string after) => await ChangesAsync(
        "AGT3004",
        $"[Workflow, OnEvent(\"order.created\"), Concurrency(1, KeyExpression = \"{before}\")]",
        $"[Workflow, OnEvent(\"order.created\"), Concurrency(1, KeyExpression = \"{after}\")]",
        $"Use '{after}'");

    [Fact]
    public async Task A_key_expression_over_a_delivery_becomes_the_one_that_was_meant() => await ChangesAsync(
        "AGT3004",
        "[Workflow, OnWebhook(\"stripe\", \"paid\"), Idempotency(KeyExpression = \"input.event.data.idempotencyKey\")]",
        "[Workflow, OnWebhook(\"stripe\", \"paid\"), Idempotency(KeyExpression = \"input.event.data.idempotency_key\")]",
        "Use 'input.event.data.idempotency_key'");

    [Fact]
    public async Task Fix_All_mends_each_in_its_own_way() =>
        await VerifyFix.ChangesAllAsync(
            "AGT3004",
            Orders("[Function, Singleton(KeyExpression = \"input.AccountId\"), Throttle(1, PeriodMs = 1, KeyExpression = \"id\")]"),
            Orders("[Function, Singleton(KeyExpression = \"input.accountId\"), Throttle(1, PeriodMs = 1, KeyExpression = \"input.id\")]"));

    private static string Filtered(string members, string more = "") => $$"""
        public sealed record Order(decimal Total);

        public class Orders
        {
            private readonly decimal _limit = 100;

            [Workflow, {{more}}OnEvent("order.created", Filter = nameof(IsLarge))]
            public static void Approve(Order order) { }

            {{members}}
        }
        """;

    private static string Keyed(string expression) => $"[Function, Concurrency(1, KeyExpression = {expression})]";

    private static Task ChangesAsync(string ruleId, string before, string after, string? title = null, bool takesInput = true) =>
        VerifyFix.ChangesAsync(ruleId, Orders(before, takesInput), Orders(after, takesInput), title);

    private static string Orders(string attributes, bool takesInput = true) => $$"""
        using System.Text.Json.Serialization;

        public sealed record Account(string Region, int Level) { public const bool IsBigg = true; }
        public sealed record Only(string Name, List<string> Others);
        public sealed record Order(string Id, string AccountId, [property: JsonPropertyName("sum")] decimal Total, Account Account, Only Only, List<string> Lines);

        public static class Orders
        {
            public const int None = 0;
            public const string Wrong = "input.AccountId";
            public const string Right = "input.accountId";
            public const SingletonMode Skip = SingletonMode.Skip;

            /// <summary>Approves.</summary>
            {{attributes}}
            public static void Approve({{(takesInput ? "Order order" : "")}}) { }

            public static bool IsBig(Order order) => order.Total > 100;
            public static Task<bool> IsAsync(Order order) => Task.FromResult(true);
        }
        """;
}

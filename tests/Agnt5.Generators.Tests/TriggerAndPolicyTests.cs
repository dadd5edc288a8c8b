using System.Text.Encodings.Web;
using System.Text.Json;
using Agnt5.Generators.Tests.Harness;

namespace Agnt5.Generators.Tests;

/// <summary>Triggers and policies are in the manifest as they were written, and nothing else is.</summary>
public sealed class TriggerAndPolicyTests
{
    private const string Usings = """
        using System.ComponentModel;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Agnt5;
        namespace My.App;

        """;

    private static readonly Lazy<BuiltProject> Declared = new(() => new ProjectUnderTest(Usings + """
        public sealed class Greeting { [JsonPropertyName("name"), Description("Person to greet")] public string Name { get; init; } = "world"; }
        public sealed record Message([property: JsonPropertyName("message")] string Text);
        public sealed record Done(bool Ok);
        public sealed class Ticket
        {
            [JsonPropertyName("ticket_id")] public required string TicketId { get; init; }
            [JsonPropertyName("account_id")] public string AccountId { get; init; } = "";
        }

        public static class Components
        {
            [Workflow, OnEvent("hello.requested")]
            public static Message Hello(Greeting greeting) => new("hello " + greeting.Name);

            [Function(MaxConcurrency = 1), Retries(4, InitialIntervalMs = 250)]
            public static Done Expensive() => new(true);

            [Workflow(Priority = 2, MaxConcurrency = 2)]
            [Idempotency(KeyExpression = "input.ticket_id", TtlMs = 60_000)]
            [Singleton(KeyExpression = "input.account_id", Mode = SingletonMode.Queue)]
            [Priority(PriorityLevel.Normal)]
            [Debounce(2000, KeyExpression = "input.account_id")]
            [RateLimit(10, PeriodMs = 1000)]
            [Throttle(5, PeriodMs = 1000)]
            [Concurrency(2, KeyExpression = "input.account_id", Scope = ConcurrencyScope.Component)]
            [Retries(3, Multiplier = 2, Backoff = BackoffKind.Exponential, MaxIntervalMs = 30_000, InitialIntervalMs = 500)]
            public static JsonNode? Triage(Ticket ticket) => new JsonObject { ["ticket_id"] = ticket.TicketId };

            [Workflow, Cron("0 3 * * *")]
            public static JsonNode? Nightly() => new JsonObject { ["ok"] = true };

            [Workflow]
            [OnWebhook("GitHub", "issues.opened", Id = "wh-1", Filter = nameof(IsOpened))]
            public static JsonNode? OnWebhook(JsonElement input) => new JsonObject { ["received"] = JsonNode.Parse(input.GetRawText()) };

            internal static bool IsOpened(JsonElement input) => true;
        }
        """).Build());

    [Theory]
    [InlineData("hello", """{"name":"hello","type":"workflow","component_type":"workflow","input_schema":{"type":"object","properties":{"name":{"type":"string","description":"Person to greet"}}},"output_schema":{"type":"object","properties":{"message":{"type":"string"}},"required":["message"]},"triggers":[{"trigger_type":"event","event_name":"hello.requested"}]}""")]
    // The schema says more than the declaration it stands for: a member that is always written is required.
    [InlineData("expensive", """{"name":"expensive","type":"function","component_type":"function","output_schema":{"type":"object","properties":{"ok":{"type":"boolean"}},"required":["ok"]},"flow_control":{"retries":{"max_attempts":4,"initial_interval_ms":250}},"max_concurrency":1}""")]
    [InlineData("triage", """{"name":"triage","type":"workflow","component_type":"workflow","input_schema":{"type":"object","properties":{"ticket_id":{"type":"string"},"account_id":{"type":"string"}},"required":["ticket_id"]},"flow_control":{"retries":{"max_attempts":3,"initial_interval_ms":500,"max_interval_ms":30000,"backoff":"exponential","multiplier":2},"concurrency":{"limit":2,"scope":"component","key_expression":"input.account_id"},"throttle":{"limit":5,"period_ms":1000},"rate_limit":{"limit":10,"period_ms":1000},"debounce":{"window_ms":2000,"key_expression":"input.account_id"},"priority":{"level":"normal"},"singleton":{"key_expression":"input.account_id","mode":"queue"},"idempotency":{"key_expression":"input.ticket_id","ttl_ms":60000}},"priority":2,"max_concurrency":2}""")]
    [InlineData("nightly", """{"name":"nightly","type":"workflow","component_type":"workflow","metadata":{"cron":"0 3 * * *"}}""")]
    [InlineData("on_webhook", """{"name":"on_webhook","type":"workflow","component_type":"workflow","triggers":[{"trigger_id":"wh-1","trigger_type":"event","event_name":"github.issues.opened"}]}""")]
    public async Task Declaration_is_read_by_AGNT5_as_that_of_any_other_SDK(string component, string entry) =>
        Assert.Equal(entry, await EntryAsync(Declared.Value, component));

    [Fact]
    public async Task Every_attribute_and_property_reaches_the_manifest()
    {
        var project = new ProjectUnderTest(Usings + """
            public static class Everything
            {
                /// <summary>Has all there is.</summary>
                [Workflow("all", Priority = -1, MaxConcurrency = 7)]
                [OnEvent("a.b", Id = "e-1", Filter = nameof(IsMeant))]
                [OnWebhook("Stripe", "payment_intent.succeeded", Id = "w-1")]
                [Cron("*/5 0-6 1,15 * MON")]
                [Retries(100, InitialIntervalMs = 0, MaxIntervalMs = 1, Backoff = BackoffKind.Linear, Multiplier = 1.5)]
                [Concurrency(1, Scope = ConcurrencyScope.Custom, Key = "k")]
                [Throttle(1, PeriodMs = 1, KeyExpression = "input.a")]
                [RateLimit(1, WindowMs = 1, Key = "k")]
                [Debounce(1, KeyExpression = "input.a")]
                [Priority(PriorityLevel.Interactive)]
                [Singleton(Key = "k", Mode = SingletonMode.Queue)]
                [Idempotency(KeyExpression = "input.a", TtlMs = 86_400_000)]
                public static void All(string? a) { }

                internal static bool IsMeant(JsonElement payload) => true;

                [Function, Retries(1, Backoff = BackoffKind.Constant), Concurrency(1, Scope = ConcurrencyScope.Project), Priority(5), Singleton, Idempotency]
                public static void Bare() { }

                [Function, Concurrency(1, Scope = ConcurrencyScope.Deployment), Priority(PriorityLevel.Batch), Debounce(windowMs: 3, Key = null)]
                public static void Named() { }

                [Function, Concurrency(1, Scope = ConcurrencyScope.Workspace), Priority(number: -3)]
                public static void Last() { }
            }
            """).Build();

        Snapshot.Verify(await ManifestAsync(project, new JsonSerializerOptions(Readable) { WriteIndented = true }) + "\n");
    }

    [Fact]
    public async Task Triggers_stand_in_the_order_in_which_they_are_written()
    {
        var project = new ProjectUnderTest(Usings + """
            public static class Orders
            {
                [OnWebhook("stripe", "1"), OnEvent("b")]
                [Workflow]
                [OnEvent("a")]
                [OnWebhook("GitHub", "2"), OnEvent("b", Id = "other")]
                public static void Import() { }
            }
            """).Build();

        var triggers = (await project.ManifestAsync("import"))["triggers"]!.AsArray();

        Assert.Equal(["stripe.1", "b", "a", "github.2", "b"], triggers.Select(static trigger => (string?)trigger!["event_name"]));
    }

    [Fact]
    public void A_reader_of_generated_code_sees_when_a_schedule_fires()
    {
        var generated = new ProjectUnderTest(Usings + """
            public static class Reports { [Workflow, Cron("30 6 * * MON-FRI")] public static void Send() { } }
            """).Generate();

        Assert.Contains(generated.Files.Values, static file => file.Contains("// Starts at 06:30 on Monday to Friday (30 6 * * MON-FRI).\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_component_cannot_have_is_left_out_so_that_AGNT5_accepts_the_manifest()
    {
        var project = new ProjectUnderTest(Usings + """
            public static class Misplaced
            {
                [Function, OnEvent("a"), Cron("0 3 * * *"), Retries(2)] public static void Call() { }
                [Tool, OnEvent("a"), Cron("0 3 * * *"), Retries(2), Priority(1)] public static void Look() { }
            }
            """).Build();

        Assert.Equal("""{"name":"call","type":"function","component_type":"function","flow_control":{"retries":{"max_attempts":2}}}""", await EntryAsync(project, "call"));
        Assert.Equal("""{"name":"look","type":"tool","component_type":"tool","metadata":{"requires_confirmation":false}}""", await EntryAsync(project, "look"));
    }

    [Fact]
    public async Task App_serves_the_triggers_and_policies_of_its_library()
    {
        var app = new ProjectUnderTest("static class Program { static void Main() => System.GC.KeepAlive(App.Agnt5Components.Catalog); }")
        {
            AssemblyName = "App", RootNamespace = "App", OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication, References = [Declared.Value],
        };

        Assert.Equal(await ManifestAsync(Declared.Value, Readable), await ManifestAsync(app.Build(), Readable));
        Assert.Contains("\"rate_limit\"", await EntryAsync(Declared.Value, "triage"), StringComparison.Ordinal);
    }

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<string> EntryAsync(BuiltProject project, string component) => (await project.ManifestAsync(component)).ToJsonString(Readable);

    private static async Task<string> ManifestAsync(BuiltProject project, JsonSerializerOptions options) => (await project.ManifestAsync()).ToJsonString(options);
}

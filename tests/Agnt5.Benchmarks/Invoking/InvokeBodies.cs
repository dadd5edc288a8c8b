using System.Text;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>Invoke requests as the platform sends them.</summary>
internal static class InvokeBodies
{
    public static byte[] Hello { get; } = Envelope("hello", """{"name":"Ada"}""", checkpoint: "{}");

    /// <summary>The same with a deadline, which is far enough away for any benchmark.</summary>
    public static byte[] HelloWithBudget { get; } = Envelope("hello", """{"name":"Ada"}""", "{}", $$"""{"deadline_ms":{{DateTimeOffset.UtcNow.AddDays(30).ToUnixTimeMilliseconds()}}}""");

    /// <summary>A run whose steps are all recorded.</summary>
    public static byte[] Replay(RecordKind kind, int steps)
    {
        var step = kind switch { RecordKind.Records => "charge", RecordKind.Numbers => "count", RecordKind.Texts => "name", _ => "bill" };
        var recorded = string.Join(',', Enumerable.Range(0, steps).Select(i => $"""
            "{step}:{i}":{Record(kind, i)}
            """));
        return Envelope($"{step}_all", $$"""{"count":{{steps}}}""", steps == 0 ? "{}" : $$$"""{"steps":{{{{recorded}}}}}""");
    }

    private static string Record(RecordKind kind, int number) => kind switch
    {
        RecordKind.Records => $$"""{"id":"ch_{{number:D6}}","amount":12.50}""",
        RecordKind.Numbers => $"{1000 + number}",
        RecordKind.Texts => $"\"tx_{number:D6}\"",
        _ => $$"""{"id":"bi_{{number:D6}}","customer":"Ada Lovelace","address":"12 St James's Square, London","issuedAt":"2026-01-01T09:30:00+00:00","lines":[{{Lines}}]}""",
    };

    private static string Lines { get; } = string.Join(',', Enumerable.Range(0, 12).Select(line => $$"""
        {"article":"sku-{{line:D4}}","title":"Tea, loose, 250 g","quantity":{{line + 1}},"price":4.20}
        """));

    /// <summary>The first slice of <c>await_settlement</c>: runs a step, and suspends.</summary>
    public static byte[] Suspend { get; } = Envelope("await_settlement", "{}", checkpoint: "{}");

    private static byte[] Envelope(string workflow, string input, string checkpoint, string budget = "{}") => Encoding.UTF8.GetBytes($$"""
        {"protocol_version":"workerless.v1","run_id":"run_0001","project_id":"proj_0001","deployment_id":"dep_0001","component_type":"workflow","component_name":"{{workflow}}","attempt":0,"is_streaming":false,"input":{{input}},"metadata":{"trigger_type":"api"},"budget":{{budget}},"checkpoint":{{checkpoint}}}
        """);
}

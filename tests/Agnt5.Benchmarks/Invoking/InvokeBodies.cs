using System.Text;

namespace Agnt5.Benchmarks.Invoking;

/// <summary>Invoke requests as the platform sends them.</summary>
internal static class InvokeBodies
{
    public static byte[] Hello { get; } = Envelope("hello", """{"name":"Ada"}""", checkpoint: "{}");

    /// <summary>The same with a deadline, which is far enough away for any benchmark.</summary>
    public static byte[] HelloWithBudget { get; } = Envelope("hello", """{"name":"Ada"}""", "{}", $$"""{"deadline_ms":{{DateTimeOffset.UtcNow.AddDays(30).ToUnixTimeMilliseconds()}}}""");

    /// <summary>A run of <c>charge_all</c> whose steps are all recorded.</summary>
    public static byte[] Replay(int steps)
    {
        var recorded = string.Join(',', Enumerable.Range(0, steps).Select(i => $$"""
            "charge:{{i}}":{"id":"ch_{{i:D6}}","amount":12.50}
            """));
        return Envelope("charge_all", $$"""{"count":{{steps}}}""", $$$"""{"steps":{{{{recorded}}}}}""");
    }

    /// <summary>The first slice of <c>await_settlement</c>: runs a step, and suspends.</summary>
    public static byte[] Suspend { get; } = Envelope("await_settlement", "{}", checkpoint: "{}");

    private static byte[] Envelope(string workflow, string input, string checkpoint, string budget = "{}") => Encoding.UTF8.GetBytes($$"""
        {"protocol_version":"workerless.v1","run_id":"run_0001","project_id":"proj_0001","deployment_id":"dep_0001","component_type":"workflow","component_name":"{{workflow}}","attempt":0,"is_streaming":false,"input":{{input}},"metadata":{"trigger_type":"api"},"budget":{{budget}},"checkpoint":{{checkpoint}}}
        """);
}

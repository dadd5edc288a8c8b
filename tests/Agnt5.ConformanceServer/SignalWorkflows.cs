using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.ConformanceServer;

public sealed record RawSignal(JsonElement Payload);

public sealed record Chunk([property: JsonPropertyName("chunk")] string Text);

public static class SignalWorkflows
{
    private const string Approved = "approved";

    [Workflow]
    public static async Task<Dictionary<string, JsonElement>> ApprovalSignal(WorkflowContext ctx) =>
        Approval(await ctx.WaitForSignalAsync<JsonElement>("approval_received", "approval_gate"));

    [Workflow("raw_signal")]
    public static async Task<RawSignal> WaitForRaw(WorkflowContext ctx) => new(await ctx.WaitForSignalAsync<JsonElement>("raw"));

    [Workflow]
    public static async Task<Dictionary<string, JsonElement>> StreamingReview(WorkflowContext ctx)
    {
        await ctx.StepAsync("draft", async () =>
        {
            await ctx.EmitAsync("output.delta", new Chunk("draft ready"), Phase("draft", timestampNs: 1000));
            return Draft.Write();
        });

        var approval = Approval(await ctx.WaitForSignalAsync<JsonElement>("approval_received", "approval_gate"));
        var isApproved = approval.TryGetValue(Approved, out var value) && value.ValueKind == JsonValueKind.True;
        await ctx.EmitAsync("output.delta", new Chunk(isApproved ? "approved" : "rejected"), Phase("approval", timestampNs: 2000));
        return approval;
    }

    // The signal's value for an approval, of any kind; absent where the signal has none.
    private static Dictionary<string, JsonElement> Approval(JsonElement payload) => payload.ValueKind switch
    {
        JsonValueKind.Null => throw new InvalidOperationException("the signal has no payload"),
        JsonValueKind.Object when payload.TryGetProperty(Approved, out var value) => new() { [Approved] = value },
        _ => [],
    };

    private static EmitOptions Phase(string name, long timestampNs) => new()
    {
        Metadata = new Dictionary<string, string> { ["phase"] = name },
        CorrelationId = $"cid-{name}",
        TimestampNs = timestampNs,
    };
}

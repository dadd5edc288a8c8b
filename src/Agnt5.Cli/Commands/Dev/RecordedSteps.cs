using System.Text.Json;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>The steps of a run that were shown. They stand in its checkpoint, by name, beside records of the SDK and of timers.</summary>
internal sealed class RecordedSteps
{
    private const string Own = "agnt5:";

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private ReadOnlyMemory<byte> _read;

    /// <summary>The steps that a checkpoint has and that were not shown yet.</summary>
    public IReadOnlyList<string> NewIn(ReadOnlyMemory<byte> checkpoint)
    {
        if (checkpoint.IsEmpty || checkpoint.Equals(_read))
            return [];
        _read = checkpoint;
        using var document = JsonDocument.Parse(checkpoint, new() { MaxDepth = 1000 });
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("steps", out var steps) || steps.ValueKind != JsonValueKind.Object)
            return [];
        return [.. steps.EnumerateObject().Where(static step => !step.Name.StartsWith(Own, StringComparison.Ordinal) && !IsTimer(step.Value)).Select(static step => step.Name).Where(_shown.Add)];
    }

    // A timer records when it began, in Unix ms, and nothing else tells it from a step. A number of that size is hardly anything else.
    private static bool IsTimer(JsonElement record) => record.ValueKind == JsonValueKind.Number && record.TryGetInt64(out var ms) && ms is > 1_500_000_000_000 and < 5_000_000_000_000;
}

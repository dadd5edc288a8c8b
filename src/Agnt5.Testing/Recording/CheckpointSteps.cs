using System.Text.Json;
using Agnt5.Testing.Json;

namespace Agnt5.Testing.Recording;

/// <summary>Tells what an endpoint of another process did, from what its checkpoint has more than the one before.</summary>
internal static class CheckpointSteps
{
    private const string OwnPrefix = "agnt5:";

    public static void AddNew(SliceLog slice, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, DateTimeOffset at)
    {
        var known = Of(before).Select(static record => record.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var record in Of(after).Where(record => !known.Contains(record.Name)))
            slice.Add(new TestStep { Key = record.Name, Attempt = 1, At = at, Result = record.Value });
    }

    /// <summary>The recorded steps of a checkpoint, without the SDK's own records.</summary>
    public static IEnumerable<JsonProperty> Of(ReadOnlyMemory<byte> checkpoint) =>
        TestJson.Parse(checkpoint) is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("steps", out var steps) && steps.ValueKind == JsonValueKind.Object
            ? steps.EnumerateObject().Where(static record => !record.Name.StartsWith(OwnPrefix, StringComparison.Ordinal))
            : [];
}

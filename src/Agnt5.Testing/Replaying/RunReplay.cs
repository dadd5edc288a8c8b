using System.Text.Json;
using Agnt5.Local.Dispatch;
using Agnt5.Primitives;
using Agnt5.Testing.Clock;

namespace Agnt5.Testing.Replaying;

/// <summary>Plays a saved run to today's code: each slice again, with the checkpoint that it gave. All is recorded, so the code must come to the same end and run nothing.</summary>
/// <param name="saved">The run.</param>
/// <param name="endpoint">Makes the way to today's code, for a clock and what watches the steps.</param>
internal sealed class RunReplay(SavedRun saved, Func<VirtualClock, ReplayWatch, IEndpointConnection> endpoint)
{
    /// <returns>What is different, a line for each; empty when nothing is.</returns>
    public async Task<IReadOnlyList<string>> FindDifferencesAsync(CancellationToken cancellationToken)
    {
        foreach (var slice in saved.Slices.Where(static slice => slice.IsReplayed))
        {
            var differences = await ReplayAsync(slice, cancellationToken).ConfigureAwait(false);
            // What follows from one difference is another one in each later slice.
            if (differences.Count > 0)
                return [$"Slice {slice.Number} of {saved.Slices.Count}, which {slice.Outcome}:", .. differences.Select(static difference => $"  {difference}")];
        }

        return [];
    }

    private async Task<List<string>> ReplayAsync(SavedSlice slice, CancellationToken cancellationToken)
    {
        var watch = new ReplayWatch();
        using var connection = endpoint(new VirtualClock(DateTimeOffset.FromUnixTimeMilliseconds(slice.AtMs)), watch);
        var result = await connection.InvokeAsync(new InvokeRequest(saved.RunId, slice.Attempt, BodyOf(slice)), cancellationToken).ConfigureAwait(false);
        List<string> differences =
        [
            .. watch.Wanted.Select(static key => $"Step '{key}' would run: the saved run did not make it here. A run in flight makes it in addition to what it did, or again under another name."),
            .. watch.Unused.Select(static key => $"'{key}' is recorded, and the code does not ask for it: it was removed, renamed, or stands on a branch that is not taken any more."),
        ];
        var outcome = SliceOutcomes.Of(result);
        if (outcome != slice.Outcome && watch.Wanted.Count == 0)
            differences.Add($"Today's code {outcome}.");
        return differences;
    }

    private static byte[] BodyOf(SavedSlice slice) => JsonBytes.Write(slice, static (writer, slice) =>
    {
        writer.WriteStartObject();
        foreach (var member in slice.Request.EnumerateObject().Where(static member => member.Name != "checkpoint"))
            member.WriteTo(writer);
        if (slice.Checkpoint is { } checkpoint)
        {
            writer.WritePropertyName("checkpoint"u8);
            checkpoint.WriteTo(writer);
        }

        writer.WriteEndObject();
    });
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Flow;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Hosting.Runs;
using Agnt5.Local.Storage.Sqlite.Saved;

namespace Agnt5.Local.Tests.Storage;

/// <summary>Everything that a store knows of something, as text, so that two stores can be compared.</summary>
internal static class StoreTexts
{
    public static string Of(RunState? run) => run is null ? "none" : string.Join(
        ' ',
        JsonSerializer.Serialize(run.Spec, StoredJson.Default.RunSpec),
        JsonSerializer.Serialize(SavedRun.Of(run), StoredJson.Default.SavedRun),
        string.Create(CultureInfo.InvariantCulture, $"{run.Phase} wakes {run.WakeAtMs} ended {run.EndedAtMs} checkpoint {Text(run.Checkpoint)} output {Text(run.Outcome?.Output ?? default)}"));

    public static string Of(KeyState? key) => key is null ? "none" : string.Create(
        CultureInfo.InvariantCulture, $"{key.Key} {key.Limit} {key.WindowMs} {key.LastNumber} wakes {key.WakeAtMs} {string.Join(' ', key.Entries)}");

    public static string Of(IEnumerable<JournalEntry> entries) => JsonSerializer.Serialize([.. entries], StoredJson.Default.ListJournalEntry);

    public static string Of(EventState? received) => received is null ? "none" : JsonSerializer.Serialize(received, StoredJson.Default.EventState);

    public static string Of(BatchState? batch) => batch is null ? "none" : $"{batch.BatchId} {batch.CreatedAtMs} {string.Join(' ', batch.RunIds)}";

    public static string Of(EnvironmentState environment) =>
        $"{environment.Name} {JsonSerializer.Serialize(SavedEnvironment.Of(environment), StoredJson.Default.SavedEnvironment)} {string.Join('\n', environment.Deployments.Values.Select(Of))}";

    public static string Of(DeploymentState deployment) => JsonSerializer.Serialize(deployment, StoredJson.Default.DeploymentState);

    public static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}

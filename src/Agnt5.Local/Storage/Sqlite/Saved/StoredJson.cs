using System.Text.Json.Serialization;
using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Events;

namespace Agnt5.Local.Storage.Sqlite.Saved;

/// <summary>
/// The JSON in the file. Names are never changed, and a property that comes later must bear that older files have none: what is left out is <see langword="null"/>, zero or false, whatever its
/// initializer says.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(RawJson)])]
[JsonSerializable(typeof(RunSpec))]
[JsonSerializable(typeof(SavedRun))]
[JsonSerializable(typeof(List<JournalEntry>))]
[JsonSerializable(typeof(SavedEnvironment))]
[JsonSerializable(typeof(DeploymentState))]
[JsonSerializable(typeof(Dictionary<string, ScheduleState>))]
[JsonSerializable(typeof(EventState))]
[JsonSerializable(typeof(DispatchGates))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class StoredJson : JsonSerializerContext;

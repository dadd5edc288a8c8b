using System.Text.Json.Serialization;

namespace Agnt5.Cli.Commands.Dev;

/// <summary>The JSON of an event's metadata.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class MetadataJson : JsonSerializerContext;

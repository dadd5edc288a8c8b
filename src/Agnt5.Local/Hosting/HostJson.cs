using System.Text.Json.Serialization;

namespace Agnt5.Local.Hosting;

/// <summary>The data of the event that ends a broken run.</summary>
internal sealed record BrokenRunEvent(BrokenRunError Error);

/// <inheritdoc cref="BrokenRunEvent"/>
internal sealed record BrokenRunError(string Code, string Message);

/// <summary>The JSON that the host writes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BrokenRunEvent))]
internal sealed partial class HostJson : JsonSerializerContext;

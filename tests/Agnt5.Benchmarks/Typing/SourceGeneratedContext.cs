using System.Text.Json.Serialization;
using Agnt5.Benchmarks.Types;

namespace Agnt5.Benchmarks.Typing;

/// <summary>What System.Text.Json's own generator makes of the types, with the settings that ours are generated with.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Charge))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Settings))]
[JsonSerializable(typeof(Line[]))]
[JsonSerializable(typeof(Scalars))]
[JsonSerializable(typeof(Choices))]
internal sealed partial class SourceGeneratedContext : JsonSerializerContext;

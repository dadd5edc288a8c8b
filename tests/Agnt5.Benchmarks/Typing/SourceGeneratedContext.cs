using System.Text.Json.Serialization;
using Agnt5.Benchmarks.Types;

namespace Agnt5.Benchmarks.Typing;

/// <summary>The context that System.Text.Json's own generator makes for the types, with the settings of our generator.</summary>
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

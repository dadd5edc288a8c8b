using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.TypeCorpus;

namespace Agnt5.Types.Tests.Values;

/// <summary>What generated metadata stands for: System.Text.Json by reflection, under these options.</summary>
internal static class ReflectionJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new ByContext(), new BigIntegerAsNumber(), new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        // Which characters are escaped is no matter of types.
        Encoder = CorpusEndpoint.Catalog.Components[0].JsonOptions.Encoder,
    };
}

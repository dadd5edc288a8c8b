using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.TypeCorpus;

namespace Agnt5.Types.Tests.Values;

/// <summary>The reference for generated metadata: System.Text.Json by reflection, with these options.</summary>
internal static class ReflectionJson
{
    private static readonly JsonSerializerOptions SnakeCase = Create(JsonNamingPolicy.SnakeCaseLower);

    /// <summary>The options without an attribute.</summary>
    public static JsonSerializerOptions Default { get; } = Create(JsonNamingPolicy.CamelCase);

    /// <summary>The options by which the components of an assembly read and write.</summary>
    public static JsonSerializerOptions Of(Assembly assembly) => assembly.GetCustomAttribute<Agnt5JsonAttribute>() is null ? Default : SnakeCase;

    private static JsonSerializerOptions Create(JsonNamingPolicy names) => new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = names,
        Converters = { new ByContext(), new BigIntegerAsNumber(), new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
        // The choice of escaped characters does not depend on types.
        Encoder = CorpusEndpoint.Catalog.Components[0].JsonOptions.Encoder,
    };
}

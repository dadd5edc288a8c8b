using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Agnt5.TypeCorpus.Types;

namespace Agnt5.Types.Tests.Values;

/// <summary>The types that a serializer context of the corpus covers: that context's options by reflection, wherever such a type occurs.</summary>
internal sealed class ByContext : JsonConverterFactory
{
    private static readonly Type[] Covered = [typeof(Shipment), typeof(Parcel)];

    public static JsonSerializerOptions Options { get; } = new(ShippingContext.Default.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        // The generated context has string enums in its metadata, not in its options.
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool IsCovered(Type type) => Covered.Contains(type);

    public override bool CanConvert(Type typeToConvert) => IsCovered(typeToConvert);

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(ref reader, Options);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Options);
    }
}

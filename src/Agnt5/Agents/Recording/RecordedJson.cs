using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents.Recording;

/// <summary>The JSON of messages, options and replies in a recording. Values of the app and of the provider's package that have no JSON form are left out.</summary>
internal static class RecordedJson
{
    /// <summary>Deep enough for the arguments and results that a turn may have.</summary>
    public const int MaxDepth = 512;

    private static readonly JsonSerializerOptions Options = MakeOptions();
    private static readonly JsonTypeInfo<AIContent> ContentInfo = InfoOf<AIContent>();
    private static readonly HashSet<Type> KnownContents = [typeof(AIContent), .. ContentInfo.PolymorphismOptions!.DerivedTypes.Select(static known => known.DerivedType)];

    public static JsonTypeInfo<T> InfoOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    public static JsonObject Write<T>(T value, JsonTypeInfo<T> info) => JsonSerializer.SerializeToNode(value, info)!.AsObject();

    /// <summary>The contents that have a JSON form. A package may have kinds of its own.</summary>
    public static List<AIContent> Known(IEnumerable<AIContent> contents) => [.. contents.Where(static content => KnownContents.Contains(content.GetType()))];

    public static ChatMessage Known(ChatMessage message)
    {
        var known = message.Clone();
        known.Contents = Known(message.Contents);
        return known;
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(AIJsonUtilities.DefaultOptions) { MaxDepth = MaxDepth };
        options.Converters.Add(new PropertiesConverter());
        options.Converters.Add(new ValueConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Results of tools, arguments, and values of properties.</summary>
    private sealed class ValueConverter : JsonConverter<object>
    {
        public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            if (value is IEnumerable<AIContent> contents)
            {
                writer.WriteStartArray();
                foreach (var content in Known(contents))
                    JsonSerializer.Serialize(writer, content, ContentInfo);
                writer.WriteEndArray();
            }
            else
            {
                WriteValue(writer, ReplyProperties.TryRecord(value, out var recorded) ? recorded : null);
            }
        }
    }

    /// <summary>What a client keeps beside messages, contents and options. It is read with the types that it had.</summary>
    private sealed class PropertiesConverter : JsonConverter<AdditionalPropertiesDictionary>
    {
        // The headers of a request, and what authorizes it, have no place in a file that is kept with the code.
        private static readonly string[] Secrets = ["header", "authorization", "api_key", "api-key", "apikey", "secret", "password", "credential"];

        public override AdditionalPropertiesDictionary Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var properties = new AdditionalPropertiesDictionary();
            foreach (var property in document.RootElement.EnumerateObject())
                properties[property.Name] = ReplyProperties.TryRecord(property.Value.Clone(), out var value) ? value : null;
            return properties;
        }

        public override void Write(Utf8JsonWriter writer, AdditionalPropertiesDictionary value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, given) in value)
            {
                if (Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase)) || !ReplyProperties.TryRecord(given, out var recorded))
                    continue;

                writer.WritePropertyName(name);
                WriteValue(writer, recorded);
            }

            writer.WriteEndObject();
        }
    }

    // The forms that the record of a value has.
    private static void WriteValue(Utf8JsonWriter writer, object? recorded)
    {
        switch (recorded)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool answer:
                writer.WriteBooleanValue(answer);
                break;
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case JsonElement json:
                json.WriteTo(writer);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}

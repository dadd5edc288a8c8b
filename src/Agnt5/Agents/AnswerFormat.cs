using System.Text;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>The form of an agent's answer.</summary>
internal abstract class AnswerFormat<T>
{
    /// <summary>The format that the model's client gets, or <see langword="null"/> for a text.</summary>
    public abstract ChatResponseFormat? Response { get; }

    /// <summary>Reads an answer.</summary>
    /// <param name="text">The model's text, not blank.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>The problem with the answer, in words for the model, or <see langword="null"/>.</returns>
    public abstract string? Read(string text, out T answer);
}

/// <summary>A text.</summary>
internal sealed class TextAnswer : AnswerFormat<string>
{
    public static TextAnswer Instance { get; } = new();

    public override ChatResponseFormat? Response => null;

    public override string? Read(string text, out string answer)
    {
        answer = text.Trim();
        return null;
    }
}

/// <summary>JSON of a type. Models get schemas of objects only, so any other value is wrapped in an object.</summary>
internal sealed class TypedAnswer<T> : AnswerFormat<T>
{
    private const string Wrapper = "result";

    // The model wrote the answer, so its problems go back to it whole.
    private static readonly DocumentDemands ModelsAnswer = DocumentDemands.Message with { QuotesValues = true };

    private readonly JsonTypeInfo<T> _type;
    private readonly bool _isWrapped;

    /// <param name="type">The metadata of the type.</param>
    /// <param name="schema">Its schema from the manifest. Default: the schema is made from the metadata.</param>
    public TypedAnswer(JsonTypeInfo<T> type, JsonElement? schema)
    {
        _type = type;
        var written = schema is { } given ? Encoding.UTF8.GetBytes(given.GetRawText()) : Encoding.UTF8.GetBytes(type.GetJsonSchemaAsNode().ToJsonString());
        using var document = JsonDocument.Parse(written);
        _isWrapped = !(document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("type"u8, out var kind)
            && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("object"u8));
        Response = ChatResponseFormat.ForJsonSchema(_isWrapped ? Wrap(document.RootElement) : document.RootElement.Clone(), schemaName: "answer");
    }

    public override ChatResponseFormat Response { get; }

    public override string? Read(string text, out T answer)
    {
        answer = default!;
        try
        {
            var json = Encoding.UTF8.GetBytes(WithoutFence(text));
            using var document = JsonDocument.Parse(json);
            answer = InputReader.Read(_isWrapped ? Unwrap(document.RootElement) : json, _type, ModelsAnswer);
            return null;
        }
        catch (JsonException)
        {
            return "it is not JSON";
        }
        catch (InputInvalidException invalid)
        {
            return invalid.Message;
        }
    }

    // References look for definitions at the root, so the definitions move out of the wrapped schema.
    private static JsonElement Wrap(JsonElement schema)
    {
        var wrapped = JsonBytes.Write(schema, static (writer, schema) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "object"u8);
            writer.WriteStartObject("properties"u8);
            writer.WritePropertyName(Wrapper);
            schema.WriteTo(writer);
            writer.WriteEndObject();
            writer.WriteStartArray("required"u8);
            writer.WriteStringValue(Wrapper);
            writer.WriteEndArray();
            if (schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$defs"u8, out var definitions))
            {
                writer.WritePropertyName("$defs"u8);
                definitions.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
        using var document = JsonDocument.Parse(wrapped);
        return document.RootElement.Clone();
    }

    private static byte[] Unwrap(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Wrapper, out var value) ? Encoding.UTF8.GetBytes(value.GetRawText()) : Encoding.UTF8.GetBytes(root.GetRawText());

    // Models like to put JSON into a code block.
    private static string WithoutFence(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith("```", StringComparison.Ordinal) || !trimmed.EndsWith("```", StringComparison.Ordinal) || trimmed.Length < 6)
            return trimmed;

        var firstLine = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return firstLine < 0 ? trimmed : trimmed[(firstLine + 1)..^3].Trim();
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Json;
using Agnt5.Tools;
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

/// <summary>JSON of a type. Providers take the schemas of plain objects only, so any other value is wrapped in one.</summary>
internal sealed class TypedAnswer<T> : AnswerFormat<T>
{
    private const string Wrapper = "result";

    // The model wrote the answer, so its problems go back to it whole.
    private static readonly DocumentDemands ModelsAnswer = DocumentDemands.Message with { QuotesValues = true };

    private readonly JsonTypeInfo<T> _type;
    private readonly bool _isWrapped;

    /// <param name="type">The metadata of the type.</param>
    public TypedAnswer(JsonTypeInfo<T> type)
    {
        _type = type;
        var schema = AnswerSchema.Of(type);
        _isWrapped = !(SchemaShape.IsPlainObject(schema) && schema.TryGetProperty("properties"u8, out _));
        Response = ChatResponseFormat.ForJsonSchema(ReaderSchema.Write(schema, SchemaUse.Answer, _isWrapped ? Wrapper : null), schemaName: "answer");
    }

    public override ChatResponseFormat Response { get; }

    public override string? Read(string text, out T answer)
    {
        answer = default!;
        try
        {
            var json = Encoding.UTF8.GetBytes(WithoutFence(text));
            var root = JsonTree.Parse(json).Root;
            answer = InputReader.Read(_isWrapped ? Unwrap(root) : root.Raw, _type, ModelsAnswer);
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

    private static ReadOnlySpan<byte> Unwrap(JsonPart root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("result"u8, out var value) ? value.Raw : root.Raw;

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

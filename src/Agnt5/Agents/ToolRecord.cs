using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Execution;
using Agnt5.Json;
using Agnt5.Primitives;
using Microsoft.Extensions.AI;

namespace Agnt5.Agents;

/// <summary>
/// The record of a tool's result: its JSON, or the contents that it gave, such as images. What the model gets is read from the record, live and on replay alike.
/// </summary>
internal static class ToolRecord
{
    private const string Contents = "agnt5:contents";

    // Keeps a result that looks like a record of contents from being read as one.
    private const string Plain = "agnt5:json";

    private static readonly JsonTypeInfo<IList<AIContent>> ContentsInfo = (JsonTypeInfo<IList<AIContent>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IList<AIContent>));

    /// <summary>The record of a result that is JSON.</summary>
    public static JsonElement Of(JsonElement json) =>
        FindOnlyMember(json, Contents) is null && FindOnlyMember(json, Plain) is null ? json : Wrap(Plain, json, static (writer, json) => json.WriteTo(writer));

    /// <summary>The record of a result that is contents. Texts alone are recorded as one text, which every model can be given.</summary>
    /// <param name="result">A content, or a list of contents.</param>
    /// <param name="tool">The tool's name.</param>
    /// <exception cref="ReportedFailureException">The result says that the tool failed.</exception>
    public static JsonElement OfContents(object result, string tool)
    {
        if (result is ErrorContent error)
            throw new ReportedFailureException(string.IsNullOrWhiteSpace(error.Message) ? $"The tool '{tool}' failed and gave no reason." : error.Message);

        List<AIContent> kept = [.. (result as IEnumerable<AIContent> ?? [(AIContent)result]).Select(ToolContent.Reduce)];
        // Providers refuse blank texts beside other contents.
        kept.RemoveAll(static content => content is TextContent text && string.IsNullOrWhiteSpace(text.Text));
        return kept.TrueForAll(static content => content is TextContent)
            ? Parse(JsonBytes.Write(ToolContent.Join(kept), static (writer, text) => writer.WriteStringValue(text)))
            : Wrap(Contents, kept, static (writer, contents) => JsonSerializer.Serialize(writer, contents, ContentsInfo));
    }

    /// <summary>Whether a record has contents besides texts.</summary>
    public static bool HasContents(JsonElement record) => FindOnlyMember(record, Contents) is not null;

    /// <summary>Reads what the model gets: a text, JSON without white space as a text, or a list of contents.</summary>
    public static object Read(JsonElement record)
    {
        if (record.ValueKind == JsonValueKind.String)
            return JsonText.Of(record);
        return FindOnlyMember(record, Contents) is { } contents && ReadContents(contents) is { } read ? read : Compact(FindOnlyMember(record, Plain) ?? record);
    }

    private static IList<AIContent>? ReadContents(JsonElement contents)
    {
        try
        {
            return contents.Deserialize(ContentsInfo);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            // No record of this SDK.
            return null;
        }
    }

    private static string Compact(JsonElement json) =>
        Encoding.UTF8.GetString(JsonBytes.Write(json, static (writer, json) => JsonCopy.Write(writer, JsonMarshal.GetRawUtf8Value(json))));

    private static JsonElement? FindOnlyMember(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && json.GetPropertyCount() == 1 ? value : null;

    private static JsonElement Wrap<T>(string name, T value, Action<Utf8JsonWriter, T> write) => Parse(JsonBytes.Write((name, value, write), static (writer, source) =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName(source.name);
        source.write(writer, source.value);
        writer.WriteEndObject();
    }));

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonDepth.Most });
        return document.RootElement.Clone();
    }
}

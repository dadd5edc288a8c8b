using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Agnt5.Local.Gateway.Http;

/// <summary>The members of a body that is a JSON object. What has the wrong type is a 400 that names it.</summary>
internal readonly struct JsonBody
{
    // As deep as endpoints read untyped values (protocol section 8), inside of the body's own object.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 260 };

    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    private static readonly GatewayRefusal NotUtf8 = new(400, "INVALID_JSON", "The body is no JSON: it is not UTF-8. Nothing has happened.");

    private readonly JsonElement _root;
    private readonly string _path;

    private JsonBody(JsonElement root, string path) => (_root, _path) = (root, path);

    public static JsonBody Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return new JsonBody(Empty, "$");
        if (!Utf8.IsValid(bytes.Span))
            throw new GatewayException(NotUtf8);
        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            return new JsonBody(document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw Wrong("$", "a JSON object"), "$");
        }
        catch (JsonException exception)
        {
            throw new GatewayException(400, "INVALID_JSON", string.Create(
                CultureInfo.InvariantCulture, $"The body is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} makes no sense. Nothing has happened."));
        }
    }

    /// <summary>A member as it stands, or nothing when it is absent.</summary>
    public ReadOnlyMemory<byte> Raw(string name) => Find(name) is { } value ? JsonMarshal.GetRawUtf8Value(value).ToArray() : default;

    /// <summary>A member with a text, or <see langword="null"/> when it is absent or <c>null</c>.</summary>
    public string? Text(string name) => Find(name) is not { ValueKind: not JsonValueKind.Null } value ? null
        : value.ValueKind == JsonValueKind.String ? TextOf(value, $"{_path}.{name}") : throw Wrong($"{_path}.{name}", "a text");

    /// <summary>The same, under either of two names.</summary>
    public string? Text(string name, string alias) => Text(name) ?? Text(alias);

    /// <exception cref="GatewayException">There is none.</exception>
    public string NeedText(string name) => Text(name) is { Length: > 0 } text ? text : throw Wrong($"{_path}.{name}", "a text that is not empty");

    /// <summary>A member with text, or with JSON that is made text.</summary>
    public string? TextOrJson(string name) => Find(name) is not { } value ? null : value.ValueKind == JsonValueKind.String ? TextOf(value, $"{_path}.{name}") : value.GetRawText();

    public bool? Flag(string name) => Find(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Wrong($"{_path}.{name}", "true or false"),
    };

    public long? Number(string name) => Find(name) is not { ValueKind: not JsonValueKind.Null } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : throw Wrong($"{_path}.{name}", "a whole number");

    /// <summary>A member with an object of texts. What is no text is made one.</summary>
    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(name) is not { ValueKind: not JsonValueKind.Null } value)
            return map;
        if (value.ValueKind != JsonValueKind.Object)
            throw Wrong($"{_path}.{name}", "an object");
        var members = new JsonBody(value, $"{_path}.{name}");
        foreach (var member in value.EnumerateObject())
        {
            var key = NameOf(member, members._path);
            map[key] = members.TextOrJson(key)!;
        }

        return map;
    }

    /// <summary>A member with an array of objects, or <see langword="null"/> when it is absent.</summary>
    public IReadOnlyList<JsonBody>? Objects(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            throw Wrong($"{_path}.{name}", "an array");
        List<JsonBody> items = [];
        foreach (var item in value.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{_path}.{name}[{items.Count}]");
            items.Add(item.ValueKind == JsonValueKind.Object ? new JsonBody(item, path) : throw Wrong(path, "an object"));
        }

        return items;
    }

    /// <summary>What a member should have been.</summary>
    public GatewayException WrongMember(string name, string what) => Wrong($"{_path}.{name}", what);

    private JsonElement? Find(string name)
    {
        try
        {
            return _root.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter(_path);
        }
    }

    private static string TextOf(JsonElement value, string path)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter(path);
        }
    }

    private static string NameOf(JsonProperty member, string path)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter(path);
        }
    }

    // JSON can escape half of a surrogate pair, but no text can hold it.
    private static GatewayException HalfCharacter(string path) => Wrong(path, "text of whole characters");

    private static GatewayException Wrong(string path, string what) => new(400, "INVALID_REQUEST", $"The body{(path == "$" ? "" : $"'s {path}")} is not {what}. Nothing has happened.");
}

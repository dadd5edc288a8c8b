using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Protocol;

namespace Agnt5.Json;

/// <summary>
/// Says why a document does not bind to a type: every problem with its JSON path, what was expected and what came. It runs after binding has failed,
/// since the serializer stops at the first problem and speaks of C# types.
/// </summary>
internal sealed class BindingProblems
{
    private const int MaxLength = 8 * 1024;

    private readonly StringBuilder _text = new();
    private readonly bool _quotesValues;
    private bool _isFull;

    private BindingProblems(bool quotesValues) => _quotesValues = quotesValues;

    /// <param name="json">The document.</param>
    /// <param name="type">The type that it should have bound to.</param>
    /// <param name="failure">What the serializer said, for what this pass cannot see (a constructor that throws).</param>
    /// <param name="quotesValues">Whether to show what came: to the caller who sent it, and not where it would reach a log.</param>
    public static string Describe(ReadOnlySpan<byte> json, JsonTypeInfo type, Exception failure, bool quotesValues)
    {
        var problems = new BindingProblems(quotesValues);
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonWriterCache.UntypedDepth });
            using var document = JsonDocument.ParseValue(ref reader);
            problems.Visit(document.RootElement, type, "$", isNullable: false, depth: 1);
            if (problems._text.Length > 0)
                return problems._text.ToString();
        }
        catch (InvalidOperationException)
        {
            // A name that is not valid Unicode, which only decoding finds. The general sentence has to do.
        }

        var path = failure is JsonException { Path: { Length: > 0 } at } ? at : "$";
        return $"{CallerText.Shorten(path)}: expected {JsonExpectation.Of(type)}, got a value that the type refuses";
    }

    /// <summary>Describes the first problem of a document that was not kept, by the path at which the serializer stopped.</summary>
    /// <param name="type">The type that it should have bound to.</param>
    /// <param name="failure">What the serializer said.</param>
    public static string Describe(JsonTypeInfo type, Exception failure)
    {
        var path = failure is JsonException { Path: { Length: > 0 } at } ? at : "$";
        var expected = JsonPath.Follow(path, type);
        string[] required = expected.Kind == JsonTypeInfoKind.Object ? [.. expected.Properties.Where(static member => member.IsRequired).Select(static member => member.Name)] : [];
        var members = required.Length > 0 ? $" with {string.Join(", ", required)}" : "";
        return $"{CallerText.Shorten(path)}: expected {JsonExpectation.Of(expected)}{members}, got a value that the type refuses";
    }

    private void Visit(JsonElement value, JsonTypeInfo type, string path, bool isNullable, int depth)
    {
        if (Nullable.GetUnderlyingType(type.Type) is { } underlying)
        {
            type = type.Options.GetTypeInfo(underlying);
            isNullable = true;
        }

        if (_isFull || (value.ValueKind == JsonValueKind.Null && isNullable))
            return;

        if (depth > GeneratedJson.TypedDepth && JsonNesting.ContainsItself(type))
            Add($"{path}: nests deeper than {GeneratedJson.TypedDepth} levels");
        else if (type.Kind == JsonTypeInfoKind.Object && value.ValueKind == JsonValueKind.Object)
            VisitMembers(value, type, path, depth);
        else if (type.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array)
            VisitItems(value, type, path, depth);
        else if (type.Kind == JsonTypeInfoKind.Dictionary && value.ValueKind == JsonValueKind.Object)
            VisitValues(value, type, path, depth);
        else if (type.Kind != JsonTypeInfoKind.None || !Fits(value, type))
            Add($"{path}: expected {JsonExpectation.Of(type)}, got {(_quotesValues ? JsonExpectation.Describe(value) : JsonExpectation.KindOf(value))}");
    }

    private void VisitMembers(JsonElement value, JsonTypeInfo type, string path, int depth)
    {
        foreach (var member in type.Properties)
        {
            var isRead = member.Set is not null || member.AssociatedParameter is not null;
            if (!value.TryGetProperty(member.Name, out var found))
            {
                if (member.IsRequired)
                    Add($"{path}.{member.Name}: is required");
            }
            else if (isRead)
            {
                var isNullable = member.AssociatedParameter?.IsNullable ?? member.IsSetNullable;
                Visit(found, type.Options.GetTypeInfo(member.PropertyType), $"{path}.{member.Name}", isNullable, depth + 1);
            }
        }
    }

    private void VisitItems(JsonElement value, JsonTypeInfo type, string path, int depth)
    {
        var itemType = type.Options.GetTypeInfo(type.ElementType!);
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Visit(item, itemType, $"{path}[{index++}]", isNullable: !itemType.Type.IsValueType, depth + 1);
    }

    private void VisitValues(JsonElement value, JsonTypeInfo type, string path, int depth)
    {
        var valueType = type.Options.GetTypeInfo(type.ElementType!);
        foreach (var entry in value.EnumerateObject())
            Visit(entry.Value, valueType, $"{path}.{CallerText.Shorten(entry.Name)}", isNullable: !valueType.Type.IsValueType, depth + 1);
    }

    private static bool Fits(JsonElement value, JsonTypeInfo type)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return type.Type.IsAssignableFrom(typeof(JsonElement));

        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (Exception exception) when (BoundJson.IsBindingFailure(exception))
        {
            return false;
        }
    }

    private void Add(string problem)
    {
        const string separator = "; ";
        if (_text.Length + separator.Length + problem.Length > MaxLength)
        {
            _isFull = true;
            return;
        }

        if (_text.Length > 0)
            _text.Append(separator);
        _text.Append(problem);
    }
}

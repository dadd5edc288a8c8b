using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Schemas;

/// <summary>Compares two schemas word by word and lists where they differ.</summary>
internal sealed class SchemaComparison
{
    private static readonly string[] Nested = ["items", "additionalProperties", "propertyNames"];
    private static readonly string[] Sets = ["type", "required", "enum"];

    private readonly JsonObject _expectedRoot;
    private readonly JsonObject _actualRoot;
    private readonly HashSet<(JsonObject, JsonObject)> _seen = [];
    private readonly List<SchemaDifference> _found = [];

    private SchemaComparison(JsonObject expected, JsonObject actual) => (_expectedRoot, _actualRoot) = (expected, actual);

    /// <param name="type">The C# type, as differences name it.</param>
    public static IReadOnlyList<SchemaDifference> Find(JsonObject expected, JsonObject actual, string type)
    {
        var comparison = new SchemaComparison(expected, actual);
        comparison.Compare(expected, actual, "$", type);
        return comparison._found;
    }

    private void Compare(JsonNode? expectedNode, JsonNode? actualNode, string path, string place)
    {
        var (expected, actual) = (PlainSchema.Of(expectedNode, _expectedRoot), PlainSchema.Of(actualNode, _actualRoot));
        var ownPlace = expected.TypeName ?? place;
        var isSeen = !_seen.Add((expected.Source, actual.Source));
        foreach (var word in expected.Words.Keys.Union(actual.Words.Keys))
        {
            var (left, right) = (expected.Words.GetValueOrDefault(word), actual.Words.GetValueOrDefault(word));
            if (word == "properties" || (Nested.Contains(word) && left is JsonObject && right is JsonObject) || (word == "anyOf" && SameLength(left, right)))
            {
                if (!isSeen)
                    CompareNested(word, left, right, path, ownPlace);
            }
            else if (!AreEqual(word, left, right))
            {
                _found.Add(new SchemaDifference(path, IsOfUse(word) ? place : ownPlace, word, Show(left), Show(right)));
            }
        }
    }

    private void CompareNested(string word, JsonNode? left, JsonNode? right, string path, string place)
    {
        if (word == "anyOf")
        {
            for (var i = 0; i < left!.AsArray().Count; i++)
                Compare(left[i], right![i], $"{path}|{i}", $"{place}|{i}");
        }
        else if (word == "properties")
        {
            CompareMembers(left as JsonObject ?? [], right as JsonObject ?? [], path, place);
        }
        else
        {
            var step = word == "items" ? "[]" : word == "propertyNames" ? "{name}" : "{}";
            Compare(left, right, path + step, place + step);
        }
    }

    private void CompareMembers(JsonObject left, JsonObject right, string path, string place)
    {
        var expected = left.Where(static member => member.Value?[ExpectedSchema.Absent] is null).Select(static member => member.Key).ToArray();
        if (!expected.SequenceEqual(right.Select(static member => member.Key)))
            _found.Add(new SchemaDifference(path, place, "properties", string.Join(' ', expected), string.Join(' ', right.Select(static member => member.Key))));
        foreach (var member in expected.Where(right.ContainsKey))
            Compare(left[member], right[member], $"{path}.{member}", $"{place}.{member}");
    }

    // Whether null is allowed, the default and the description belong to the member, the rest to its type.
    private static bool IsOfUse(string word) => word is "type" or "default" or "description";

    private static bool SameLength(JsonNode? left, JsonNode? right) => left is JsonArray one && right is JsonArray other && one.Count == other.Count;

    private static bool AreEqual(string word, JsonNode? left, JsonNode? right) => word == "pattern" && (string?)left is ['$', ..] expected && (string?)right is { } pattern
        ? Patterns.Meets(expected, pattern)
        : Sets.Contains(word) && left is not null && right is not null
        ? Texts(left).SetEquals(Texts(right))
        : JsonNode.DeepEquals(left, right);

    private static HashSet<string> Texts(JsonNode value) => [.. (value as IEnumerable<JsonNode?> ?? [value]).Select(Show)];

    private static string Show(JsonNode? value) => value?.ToJsonString(Values.ReflectionJson.Default) ?? "nothing";
}

/// <summary>One word in which two schemas differ.</summary>
/// <param name="Path">The way from the root.</param>
/// <param name="Place">The C# type, and the member of it where it is one's.</param>
internal sealed record SchemaDifference(string Path, string Place, string Word, string Expected, string Actual)
{
    public override string ToString() => $"{Path} ({Place}) \"{Word}\": expected {Expected}, got {Actual}";
}

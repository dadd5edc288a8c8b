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

    public static IReadOnlyList<SchemaDifference> Find(JsonObject expected, JsonObject actual)
    {
        var comparison = new SchemaComparison(expected, actual);
        comparison.Compare(expected, actual, "$");
        return comparison._found;
    }

    private void Compare(JsonNode? expectedNode, JsonNode? actualNode, string path)
    {
        var (expected, actual) = (PlainSchema.Of(expectedNode, _expectedRoot), PlainSchema.Of(actualNode, _actualRoot));
        var isSeen = !_seen.Add((expected.Source, actual.Source));
        foreach (var word in expected.Words.Concat(actual.Words).Select(static pair => pair.Key).Distinct().ToArray())
        {
            var (left, right) = (expected.Words[word], actual.Words[word]);
            if (word == "properties" || (Nested.Contains(word) && left is JsonObject && right is JsonObject) || (word == "anyOf" && SameLength(left, right)))
            {
                if (!isSeen)
                    CompareNested(word, left, right, path);
            }
            else if (!AreEqual(word, left, right))
            {
                _found.Add(new SchemaDifference(path, word, Show(left), Show(right)));
            }
        }
    }

    private void CompareNested(string word, JsonNode? left, JsonNode? right, string path)
    {
        if (word == "anyOf")
        {
            for (var i = 0; i < left!.AsArray().Count; i++)
                Compare(left[i], right![i], $"{path}|{i}");
        }
        else if (word == "properties")
        {
            CompareMembers(left as JsonObject ?? [], right as JsonObject ?? [], path);
        }
        else
        {
            Compare(left, right, path + (word == "items" ? "[]" : word == "propertyNames" ? "{name}" : "{}"));
        }
    }

    private void CompareMembers(JsonObject left, JsonObject right, string path)
    {
        var expected = left.Where(static member => member.Value?[ExpectedSchema.Absent] is null).Select(static member => member.Key).ToArray();
        if (!expected.SequenceEqual(right.Select(static member => member.Key)))
            _found.Add(new SchemaDifference(path, "properties", string.Join(' ', expected), string.Join(' ', right.Select(static member => member.Key))));
        foreach (var member in expected.Where(right.ContainsKey))
            Compare(left[member], right[member], $"{path}.{member}");
    }

    private static bool SameLength(JsonNode? left, JsonNode? right) => left is JsonArray one && right is JsonArray other && one.Count == other.Count;

    private static bool AreEqual(string word, JsonNode? left, JsonNode? right) => Sets.Contains(word) && left is not null && right is not null
        ? Texts(left).SetEquals(Texts(right))
        : JsonNode.DeepEquals(left, right);

    private static HashSet<string> Texts(JsonNode value) => [.. (value is JsonArray array ? array : [value.DeepClone()]).Select(Show)];

    private static string Show(JsonNode? value) => value?.ToJsonString(Values.ReflectionJson.Options) ?? "nothing";
}

/// <summary>One word that two schemas do not agree on.</summary>
internal sealed record SchemaDifference(string Path, string Word, string Expected, string Actual)
{
    public override string ToString() => $"{Path} \"{Word}\": expected {Expected}, got {Actual}";
}

using System.Text.Json.Nodes;

namespace Agnt5.Types.Tests.Truth;

/// <summary>One change of a document: a member left out, null, of another type, out of a limit, of a wrong or a spoiled name, or one too many.</summary>
internal sealed record Mutation(string Path, string What, JsonNode? Document)
{
    private static readonly string[] Values =
    [
        "null", "true", "\"\"", "\"text\"", "\"no such name\"", "[]", "[[]]", "{}", "{\"other\":1}", "0", "-1",
        "1", "7", "101", "1.5", "-0.25", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "65536",
        "2147483647", "2147483648", "-2147483649", "4294967296", "9223372036854775808", "-9223372036854775809", "18446744073709551616", "170141183460469231731687303715884105728",
        "340282366920938463463374607431768211456", "\"a\"", "\"ab\"", "\"😀\"", $"\"{new string('y', 200)}\"",
    ];

    /// <summary>Changes a document in one place.</summary>
    public static Mutation Of(JsonNode? document, Random random)
    {
        var root = new JsonObject { ["$"] = document?.DeepClone() };
        var places = Places(root, "").ToArray();
        var (parent, key, path) = places[random.Next(places.Length)];
        var what = random.Next(4);
        if (what == 0 && parent is JsonObject members && members != root)
        {
            members.Remove((string)key);
            return new Mutation(path, "left out", Take(root));
        }

        if (what == 1 && Value(parent, key) is JsonObject nested)
        {
            nested["surplus"] = 1;
            return new Mutation($"{path}.surplus", "surplus", Take(root));
        }

        if (random.Next(3) == 0 && Value(parent, key) is JsonValue given && given.TryGetValue(out string? text) && SpoiledNames.Of(text, random) is { } spoiled)
        {
            Set(parent, key, JsonValue.Create(spoiled));
            return new Mutation(path, $"'{spoiled}'", Take(root));
        }

        var value = Values[random.Next(Values.Length)];
        if (value == "null" && parent == root)
            value = "true";
        Set(parent, key, JsonNode.Parse(value));
        return new Mutation(path, value, Take(root));
    }

    private static JsonNode? Take(JsonObject root)
    {
        var document = root["$"];
        root.Remove("$");
        return document;
    }

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (parent is JsonObject target)
            target[(string)key] = value;
        else
            parent[(int)key] = value;
    }

    private static JsonNode? Value(JsonNode parent, object key) => parent is JsonObject members ? members[(string)key] : parent[(int)key];

    private static IEnumerable<(JsonNode Parent, object Key, string Path)> Places(JsonNode? node, string path)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToArray())
            {
                var at = path.Length == 0 ? name : $"{path}.{name}";
                yield return (node, name, at);
                foreach (var place in Places(value, at))
                    yield return place;
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                yield return (node, i, $"{path}[{i}]");
                foreach (var place in Places(items[i], $"{path}[{i}]"))
                    yield return place;
            }
        }
    }
}

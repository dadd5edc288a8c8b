using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>
/// Finds where one JSON Schema refuses values that another one accepts. What it cannot look into it reports as a refusal: a change that is taken for a break costs a look, and one that is missed costs
/// the callers. A new member that is not required is no break, although a caller might have sent something else under its name.
/// </summary>
internal sealed class SchemaComparison
{
    private const int MostSteps = 20_000;
    private const int MostLevels = 100;

    private static readonly JsonElement Anything = JsonDocument.Parse("true").RootElement;

    private readonly JsonElement _accepting;
    private readonly JsonElement _refusing;
    private readonly bool _hasSameDefinitions;

    // Recursive types are compared once: a pair that is under way is right unless another place of it is wrong.
    private readonly HashSet<(string, string)> _underWay = [];
    private int _steps;

    private SchemaComparison(JsonElement accepting, JsonElement refusing)
    {
        (_accepting, _refusing) = (accepting, refusing);
        var (one, other) = (accepting.Member("$defs"), refusing.Member("$defs"));
        _hasSameDefinitions = one.ValueKind == other.ValueKind && (one.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(one, other));
    }

    /// <param name="accepting">The schema whose values are looked at, or an undefined element for any value.</param>
    /// <param name="refusing">The schema that may refuse them, or an undefined element for one that refuses nothing.</param>
    public static IReadOnlyList<SchemaFinding> FindRefusals(JsonElement accepting, JsonElement refusing)
    {
        if (refusing.ValueKind == JsonValueKind.Undefined)
            return [];
        var accepted = accepting.ValueKind == JsonValueKind.Undefined ? Anything : accepting;
        if (JsonElement.DeepEquals(accepted, refusing))
            return [];
        List<SchemaFinding> found = [];
        new SchemaComparison(accepted, refusing).Compare(new(accepted, refusing, "$", JsonKinds.All, 0), found);
        return found;
    }

    private void Compare(SchemaPair pair, List<SchemaFinding> found)
    {
        if (++_steps > MostSteps || pair.Level > MostLevels)
            found.Add(new(pair.Path, Refusal.Unknown, "the schemas are too large"));
        else if (pair.Accepting.Text("$ref") is not null || pair.Refusing.Text("$ref") is not null)
            CompareReferences(pair, found);
        else if (pair.Refusing.ValueKind == JsonValueKind.False && pair.Accepting.ValueKind != JsonValueKind.False)
            found.Add(new(pair.Path, Refusal.Forbidden));
        else if (pair.Refusing.ValueKind == JsonValueKind.Object && pair.Accepting.ValueKind != JsonValueKind.False)
            CompareObjects(pair, found);
    }

    private void CompareReferences(SchemaPair pair, List<SchemaFinding> found)
    {
        var key = (pair.Accepting.Text("$ref") ?? pair.Path, pair.Refusing.Text("$ref") ?? pair.Path);
        if (!_underWay.Add(key))
            return;
        var next = pair with { Accepting = Resolve(_accepting, pair.Accepting), Refusing = Resolve(_refusing, pair.Refusing), Level = pair.Level + 1 };
        if (next.Accepting.ValueKind == JsonValueKind.Undefined || next.Refusing.ValueKind == JsonValueKind.Undefined)
            found.Add(new(pair.Path, Refusal.Unknown, "a reference leads nowhere"));
        else
            Compare(next, found);
        _underWay.Remove(key);
    }

    private void CompareObjects(SchemaPair pair, List<SchemaFinding> found)
    {
        var kinds = pair.Kinds & JsonKindsReader.Of(pair.Accepting);
        var (alternatives, offered) = (SchemaPair.Alternatives(pair.Accepting), SchemaPair.Alternatives(pair.Refusing));
        if (alternatives.Count > 0)
        {
            foreach (var alternative in alternatives)
                CompareWithEach(pair with { Accepting = alternative, Kinds = kinds }, offered, found);
        }
        else if (offered.Count > 0)
        {
            // An alternative for each kind of value: one type with a null is as good as two.
            foreach (var kind in JsonKindsReader.Split(kinds))
                CompareWithEach(pair with { Kinds = kind }, offered, found);
        }

        // Where only the one that accepts has alternatives, each of them was compared with the whole of the other.
        if (alternatives.Count == 0 || offered.Count > 0)
            CompareKeywords(pair with { Kinds = kinds }, found);
    }

    private void CompareWithEach(SchemaPair pair, IReadOnlyList<JsonElement> offered, List<SchemaFinding> found)
    {
        if (offered.Count == 0)
        {
            Compare(pair with { Level = pair.Level + 1 }, found);
            return;
        }

        foreach (var offer in offered)
        {
            List<SchemaFinding> tried = [];
            Compare(pair with { Refusing = offer, Level = pair.Level + 1 }, tried);
            if (tried.Count == 0)
                return;
        }

        found.Add(new(pair.Path, Refusal.Alternative));
    }

    private void CompareKeywords(SchemaPair pair, List<SchemaFinding> found)
    {
        var refused = pair.Kinds & ~JsonKindsReader.Of(pair.Refusing);
        if (refused != JsonKinds.None)
            found.Add(new(pair.Path, Refusal.Kind, JsonKindsReader.Text(refused)));
        else if (SchemaValues.FindMissing(pair.Accepting, pair.Refusing) is { } missing)
            found.Add(new(pair.Path, Refusal.Values, missing));
        foreach (var rule in SchemaBounds.FindStricter(pair.Accepting, pair.Refusing, _hasSameDefinitions))
            found.Add(new(pair.Path, Refusal.Rule, rule));
        if (pair.Kinds.HasFlag(JsonKinds.Array))
            CompareMember(pair, "items", "[]", found);
        if (pair.Kinds.HasFlag(JsonKinds.Object))
            CompareMembers(pair, found);
    }

    private void CompareMembers(SchemaPair pair, List<SchemaFinding> found)
    {
        var always = pair.Accepting.Items("required").Select(static name => name.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var name in pair.Refusing.Items("required").Select(static name => name.ToString()).Where(name => !always.Contains(name)))
            found.Add(new($"{pair.Path}.{name}", Refusal.Required));

        var known = pair.Refusing.Member("properties");
        var others = pair.Refusing.Member("additionalProperties") is { ValueKind: not JsonValueKind.Undefined } declared ? declared : Anything;
        if (pair.Accepting.Member("properties") is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                var same = known.Member(member.Name);
                var refusing = same.ValueKind == JsonValueKind.Undefined ? others : same;
                Compare(new(member.Value, refusing, $"{pair.Path}.{member.Name}", JsonKinds.All, pair.Level + 1), found);
            }
        }

        CompareMember(pair, "additionalProperties", ".*", found);
    }

    // A part that says nothing where it is left out.
    private void CompareMember(SchemaPair pair, string keyword, string suffix, List<SchemaFinding> found)
    {
        if (pair.Refusing.Member(keyword) is not { ValueKind: not JsonValueKind.Undefined } refusing)
            return;
        var accepting = pair.Accepting.Member(keyword) is { ValueKind: not JsonValueKind.Undefined } declared ? declared : Anything;
        Compare(new(accepting, refusing, pair.Path + suffix, JsonKinds.All, pair.Level + 1), found);
    }

    // A JSON pointer into the schema itself: other documents are not fetched.
    private static JsonElement Resolve(JsonElement root, JsonElement schema)
    {
        if (schema.Text("$ref") is not { } reference)
            return schema;
        if (reference != "#" && !reference.StartsWith("#/", StringComparison.Ordinal))
            return default;
        return reference.Split('/').Skip(1).Select(static part => Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
            .Aggregate(root, static (at, part) => at.Member(part));
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agnt5.Generated;

namespace Agnt5.Json;

/// <summary>
/// Finds how deep the values of self-containing types stand in a document, before the document is bound. Where it cannot know the type of a part, it
/// counts everything that nests there as such values.
/// </summary>
internal static class TypedNesting
{
    private static readonly ConcurrentDictionary<JsonTypeInfo, JsonTypeInfo[]> Known = new();
    private static readonly ConditionalWeakTable<JsonTypeInfo, ILookup<string, JsonPropertyInfo>> Members = [];

    public static bool IsWithinBound(JsonPart document, JsonTypeInfo type) => IsWithinBound(document, CandidatesOf(type), depth: 1);

    // Follows all candidate types of a value at once. One type after the other would visit each level again for every type.
    private static bool IsWithinBound(JsonPart value, JsonTypeInfo[] candidates, int depth)
    {
        if (candidates.Length == 0 || !value.IsContainer)
            return true;
        if (depth > GeneratedJson.TypedDepth)
            return false;
        foreach (var type in candidates)
        {
            if (!IsReadAs(type, value.ValueKind))
                return value.Levels <= GeneratedJson.TypedDepth - depth + 1;
        }

        return value.ValueKind == JsonValueKind.Array ? AreItemsWithinBound(value, candidates, depth) : AreMembersWithinBound(value, candidates, depth);
    }

    private static bool AreItemsWithinBound(JsonPart value, JsonTypeInfo[] candidates, int depth)
    {
        var ofItems = CandidatesOf(candidates.Select(Elements));
        foreach (var item in value.EnumerateArray())
        {
            if (!IsWithinBound(item, ofItems, depth + 1))
                return false;
        }

        return true;
    }

    private static bool AreMembersWithinBound(JsonPart value, JsonTypeInfo[] candidates, int depth)
    {
        foreach (var entry in value.EnumerateObject())
        {
            if (!entry.Value.IsContainer)
                continue;

            var members = candidates.Where(static type => type.Kind == JsonTypeInfoKind.Object).SelectMany(type => MembersOf(type)[entry.Name]).ToList();
            if (members.Exists(JsonNesting.IsOpaque) && entry.Value.Levels > GeneratedJson.TypedDepth - depth)
                return false;

            var values = candidates.Where(static type => type.Kind == JsonTypeInfoKind.Dictionary).Select(Elements);
            if (!IsWithinBound(entry.Value, CandidatesOf(members.Select(static member => member.Options.GetTypeInfo(member.PropertyType)).Concat(values)), depth + 1))
                return false;
        }

        return true;
    }

    private static JsonTypeInfo[] CandidatesOf(IEnumerable<JsonTypeInfo> types)
    {
        JsonTypeInfo[] declared = [.. types];
        return declared.Length == 1 ? CandidatesOf(declared[0]) : [.. declared.SelectMany(CandidatesOf).Distinct()];
    }

    /// <summary>The types that a value of a declared type may be read as, if those contain themselves.</summary>
    private static JsonTypeInfo[] CandidatesOf(JsonTypeInfo declared) => Known.GetOrAdd(declared, static declared =>
        JsonNesting.Described(declared) is var type && JsonNesting.ContainsItself(type) ? [.. JsonNesting.Variants(type)] : []);

    private static ILookup<string, JsonPropertyInfo> MembersOf(JsonTypeInfo type) =>
        Members.GetValue(type, static type => type.Properties.ToLookup(static member => member.Name, StringComparer.OrdinalIgnoreCase));

    private static bool IsReadAs(JsonTypeInfo type, JsonValueKind kind) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => kind == JsonValueKind.Object,
        JsonTypeInfoKind.Enumerable => kind == JsonValueKind.Array,
        _ => false,
    };

    private static JsonTypeInfo Elements(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);
}

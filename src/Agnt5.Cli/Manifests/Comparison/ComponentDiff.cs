using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>Finds what changed in one component. Schemas and triggers can break what relies on them; policies and descriptions are told.</summary>
internal static class ComponentDiff
{
    public static IEnumerable<ManifestChange> Of(string route, JsonElement before, JsonElement after) =>
    [
        .. OfSchema(route, "input", before, after, SchemaComparison.FindRefusals(before.Member("input_schema"), after.Member("input_schema")), static finding => finding.OfInput()),
        .. OfSchema(route, "output", before, after, SchemaComparison.FindRefusals(after.Member("output_schema"), before.Member("output_schema")), static finding => finding.OfOutput()),
        .. OfTriggers(route, before, after),
        .. OfMembers(route, "flow control ", before.Member("flow_control"), after.Member("flow_control")),
        .. OfMember(route, "priority", before.Member("priority"), after.Member("priority")),
        .. OfMember(route, "max_concurrency", before.Member("max_concurrency"), after.Member("max_concurrency")),
        .. OfMembers(route, "", before.Member("metadata"), after.Member("metadata"), except: "cron"),
    ];

    private static IEnumerable<ManifestChange> OfSchema(
        string route, string place, JsonElement before, JsonElement after, IReadOnlyList<SchemaFinding> found, Func<SchemaFinding, string> inWords)
    {
        foreach (var finding in found)
            yield return new(route, ChangeKind.Changed, IsBreaking: true, $"{place} {inWords(finding)}");
        if (found.Count == 0 && !IsSame(before.Member($"{place}_schema"), after.Member($"{place}_schema")))
            yield return new(route, ChangeKind.Changed, IsBreaking: false, $"{place} changed, and fits what relied on it");
    }

    private static IEnumerable<ManifestChange> OfTriggers(string route, JsonElement before, JsonElement after)
    {
        var (old, now) = (Events(before), Events(after));
        foreach (var name in old.Except(now))
            yield return new(route, ChangeKind.Removed, IsBreaking: true, $"is not started by the event {name} any more");
        foreach (var name in now.Except(old))
            yield return new(route, ChangeKind.Added, IsBreaking: false, $"is started by the event {name}");
        var (cron, other) = (before.Member("metadata").Text("cron"), after.Member("metadata").Text("cron"));
        if (cron == other)
            yield break;
        yield return other is null
            ? new(route, ChangeKind.Removed, IsBreaking: true, $"has no schedule any more, and had '{cron}'")
            : new(route, cron is null ? ChangeKind.Added : ChangeKind.Changed, IsBreaking: false, cron is null ? $"has the schedule '{other}'" : $"has the schedule '{other}', and had '{cron}'");
    }

    private static string[] Events(JsonElement component) => [.. component.Items("triggers").Select(static trigger => trigger.Text("event_name")).OfType<string>()];

    private static IEnumerable<ManifestChange> OfMembers(string route, string prefix, JsonElement before, JsonElement after, string? except = null) =>
        Names(before).Union(Names(after), StringComparer.Ordinal).Where(name => name != except).SelectMany(name => OfMember(route, prefix + name, before.Member(name), after.Member(name)));

    private static IEnumerable<ManifestChange> OfMember(string route, string name, JsonElement before, JsonElement after)
    {
        if (IsSame(before, after))
            yield break;
        if (before.ValueKind == JsonValueKind.Undefined)
            yield return new(route, ChangeKind.Added, IsBreaking: false, $"{name} is {RelaxedJson.Of(after)}");
        else if (after.ValueKind == JsonValueKind.Undefined)
            yield return new(route, ChangeKind.Removed, IsBreaking: false, $"{name} is gone, and was {RelaxedJson.Of(before)}");
        else
            yield return new(route, ChangeKind.Changed, IsBreaking: false, $"{name} is {RelaxedJson.Of(after)}, and was {RelaxedJson.Of(before)}");
    }

    private static IEnumerable<string> Names(JsonElement json) => json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().Select(static member => member.Name) : [];

    private static bool IsSame(JsonElement one, JsonElement other) =>
        one.ValueKind == other.ValueKind && (one.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(one, other));
}

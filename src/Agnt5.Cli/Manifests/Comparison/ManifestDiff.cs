using System.Text.Json;
using Agnt5.Cli.Output;

namespace Agnt5.Cli.Manifests.Comparison;

/// <summary>Finds what changed between two manifests, in the order of the old one, and what is new after that.</summary>
internal static class ManifestDiff
{
    /// <param name="before">The old manifest. It is valid, so no two components have one name and type.</param>
    /// <param name="after">The new one, valid too.</param>
    public static IReadOnlyList<ManifestChange> Of(JsonElement before, JsonElement after)
    {
        List<ManifestChange> changes = [];
        if (before.Text("service_name") is { } name && after.Text("service_name") is { } other && name != other)
            changes.Add(new("service", ChangeKind.Changed, IsBreaking: false, $"is called {other} now, and was {name}"));

        var old = before.Items("components").ToDictionary(Route, StringComparer.Ordinal);
        var now = after.Items("components").ToDictionary(Route, StringComparer.Ordinal);
        var added = now.Where(component => !old.ContainsKey(component.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (route, component) in old)
        {
            if (now.TryGetValue(route, out var same))
                changes.AddRange(ComponentDiff.Of(route, component, same));
            else
                changes.Add(new(route, ChangeKind.Removed, IsBreaking: true, WhereTo(component, added)));
        }

        changes.AddRange(added.Keys.Select(static route => new ManifestChange(route, ChangeKind.Added, IsBreaking: false, "is new")));
        return changes;
    }

    private static string Route(JsonElement component) => $"{TypeOf(component)}:{component.Text("name")}";

    private static string? TypeOf(JsonElement component) => component.Text("type") ?? component.Text("component_type");

    // A component that is gone may stand there under another type or name.
    private static string WhereTo(JsonElement gone, Dictionary<string, JsonElement> added)
    {
        foreach (var component in added.Values)
            if (component.Text("name") == gone.Text("name"))
                return $"is a {TypeOf(component)} now, and runs are started by type and name";
        string[] alike = [.. added.Where(other => TypeOf(other.Value) == TypeOf(gone) && IsAlike(other.Value, gone)).Select(static other => other.Key)];
        return alike is [var renamed] ? $"is gone, and {renamed} looks like it: keep the old name" : "is gone";
    }

    private static bool IsAlike(JsonElement one, JsonElement other) => IsSame(one, other, "input_schema") && IsSame(one, other, "output_schema");

    private static bool IsSame(JsonElement one, JsonElement other, string member)
    {
        var (first, second) = (one.Member(member), other.Member(member));
        return first.ValueKind == second.ValueKind && (first.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(first, second));
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Agnt5.Primitives;
using Agnt5.Shared;

namespace Agnt5.Local.Engine.Deployments;

/// <summary>
/// Imports manifests (protocol section 2) with the checks that AGNT5 makes. Members that it does not know are left alone, since newer endpoints may have more; what it knows must be right, because a
/// policy that is read wrongly is not enforced, and nobody would hear of it.
/// </summary>
internal static class ManifestImport
{
    private const string Version = "workerless.v1";

    /// <summary>Reads a manifest. It never throws, whatever the bytes are.</summary>
    /// <param name="bytes">The manifest's bytes, as the endpoint answered them.</param>
    public static ManifestReading Read(ReadOnlyMemory<byte> bytes)
    {
        if (ManifestText.FindProblem(bytes.Span) is { } unreadable)
            return new(null, [new("$", unreadable)]);

        var problems = new ManifestProblems();
        using var document = JsonDocument.Parse(bytes, new() { MaxDepth = JsonDepth.Default });
        var manifest = Read(new ManifestNode(document.RootElement, "$", problems), Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
        return problems.AreNone ? new(manifest, []) : new(null, problems.All);
    }

    private static ImportedManifest? Read(ManifestNode root, string hash)
    {
        if (!root.IsObject())
            return null;
        if (root.TryGetRequired("protocol_version", $"it must be '{Version}'", out var version) && version.Text() is { } spoken && spoken != Version)
            version.Refuse($"is {QuotedText.Of(spoken)}, and this AGNT5 speaks '{Version}': use an SDK of that version");
        return new()
        {
            Hash = hash,
            ServiceName = root.Text("service_name"),
            ServiceVersion = root.Text("service_version"),
            Components = ReadComponents(root),
        };
    }

    private static List<ComponentSpec> ReadComponents(ManifestNode root)
    {
        List<ComponentSpec> components = [];
        if (!root.TryGetRequired("components", "it is the list of what the endpoint serves", out _))
            return components;

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in root.Items("components", ManifestLimits.Components))
        {
            if (ComponentImport.Read(item) is not { } component)
                continue;
            if (!places.TryAdd(component.Route, item.Path))
                item.Refuse($"is a second {component.Type} called {QuotedText.Of(component.Name)}, beside {places[component.Route]}: give each its own name");
            components.Add(component);
        }

        return components;
    }
}

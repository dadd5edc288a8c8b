using System.Text;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Local.Tests.Deployments;

/// <summary>Manifests of tests.</summary>
internal static class Manifests
{
    /// <summary>A manifest of components, each as JSON.</summary>
    public static string Of(params string[] components) =>
        $$"""{"protocol_version":"workerless.v1","service_name":"orders","service_version":"1","components":[{{string.Join(",", components)}}]}""";

    /// <summary>A workflow with further members, such as <c>"priority":1</c>.</summary>
    public static string Workflow(string name, string members = "") =>
        $$"""{"name":"{{name}}","type":"workflow","component_type":"workflow"{{(members.Length == 0 ? "" : "," + members)}}}""";

    public static ManifestReading Read(string manifest) => ManifestImport.Read(Encoding.UTF8.GetBytes(manifest));

    /// <summary>Reads the one component of a manifest that has no problem.</summary>
    public static ComponentSpec ReadOne(string members)
    {
        var reading = Read(Of(Workflow("ship_order", members)));
        Assert.Empty(reading.Problems);
        return Assert.Single(reading.Manifest!.Components);
    }

    /// <summary>The problems of a manifest with one workflow, as text.</summary>
    public static string[] ProblemsOf(string members) => [.. Read(Of(Workflow("ship_order", members))).Problems.Select(static problem => problem.ToString())];

    /// <summary>A deployment of workflows.</summary>
    public static DeploymentState Deployment(string id, string immutableRef, params string[] workflows)
    {
        var manifest = Read(Of([.. workflows.Select(static name => Workflow(name))])).Manifest!;
        return new()
        {
            DeploymentId = id,
            Environment = "production",
            Provider = "http",
            ImmutableRef = immutableRef,
            Url = new("http://127.0.0.1:5000"),
            ManifestHash = manifest.Hash,
            Components = manifest.Components,
            RequestTimeoutMs = 30_000,
            YieldBeforeTimeoutMs = 1_000,
            CreatedAtMs = 1,
        };
    }
}

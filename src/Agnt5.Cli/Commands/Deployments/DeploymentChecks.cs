using System.Text.Json;
using Agnt5.Cli.Output;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Cli.Commands.Deployments;

/// <summary>One of the checks that AGNT5's own command line makes of a deployment.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Result">What came of it: <c>ok</c>, or what is wrong.</param>
/// <param name="IsWell">Whether the deployment is healthy as far as it goes.</param>
internal sealed record DeploymentCheck(string Name, string Result, bool IsWell);

/// <summary>Makes the checks, from this machine.</summary>
internal static class DeploymentChecks
{
    private const string Ok = "ok";

    public static async Task<IReadOnlyList<DeploymentCheck>> MakeAsync(JsonElement deployment, string? secret, CancellationToken cancellationToken)
    {
        var dispatch = deployment.Text("status") == "enabled" ? Ok : $"disabled: {deployment.Text("disabled_reason")}";
        if (!Uri.TryCreate(deployment.Text("url"), UriKind.Absolute, out var url))
            return [Check("dispatch", dispatch)];

        using var client = new EndpointClient();
        ManifestReading? reading = null;
        string health;
        try
        {
            using var connection = new HttpConnection(client, new() { Url = url, RequestTimeoutMs = 60_000 }, TimeProvider.System);
            reading = ManifestImport.Read(await connection.GetManifestAsync(cancellationToken).ConfigureAwait(false));
            health = Ok;
        }
        catch (EndpointException exception)
        {
            health = exception.Message;
        }

        const string Unknown = "unknown: there is no manifest";
        var manifest = reading?.Manifest;
        var protocol = reading is null ? Unknown : manifest is not null ? Ok : string.Join(" ", reading.Problems.Select(static problem => $"{problem}."));
        var compatibility = manifest is null ? Unknown : Compatibility(deployment, manifest);
        var signing = reading is null ? Unknown : await SigningCheck.MakeAsync(client, url, secret, cancellationToken).ConfigureAwait(false);
        return [Check("manifest_health", health), Check("dispatch", dispatch), Check("signing", signing), Check("protocol", protocol), Check("manifest_compatibility", compatibility)];
    }

    private static string Compatibility(JsonElement deployment, ImportedManifest manifest)
    {
        if (manifest.Hash == deployment.Text("manifest_hash"))
            return Ok;
        var synced = deployment.Items("components").Select(static component => $"{component.Text("type")}:{component.Text("name")}");
        var gone = synced.Except(manifest.Components.Select(static component => component.Route)).ToArray();
        return gone.Length == 0
            ? "the manifest is another one than was synced. Sync it under a ref of its own"
            : $"the endpoint has no {string.Join(", ", gone)} any more, and runs may be pinned to it";
    }

    private static DeploymentCheck Check(string name, string result) => new(name, result, result == Ok);
}

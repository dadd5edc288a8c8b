using Agnt5.Cli.Connections;
using Agnt5.Cli.Endpoints;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;

namespace Agnt5.Cli.Commands.Smoke;

/// <summary>Checks a deployed endpoint as AGNT5 would use it: the manifest, signatures, a recorded step, and a pause.</summary>
internal sealed class SmokeChecks(Uri url, EndpointCaller caller, IReadOnlyDictionary<string, string> headers)
{
    /// <summary>What AGNT5 would import.</summary>
    /// <exception cref="EndpointException">There is no manifest, so that nothing else can be checked.</exception>
    public async Task<(SmokeCheck Check, ImportedManifest? Manifest)> ManifestAsync(CancellationToken cancellationToken)
    {
        var reading = ManifestImport.Read(await EndpointManifest.GetAsync(url, headers, cancellationToken).ConfigureAwait(false));
        return reading.Manifest is { } manifest
            ? (new("manifest", IsWell: true, $"{manifest.Components.Count} components"), manifest)
            : (new("manifest", IsWell: false, string.Join("; ", reading.Problems.Select(static problem => $"{problem.Path} {problem.Text}"))), null);
    }

    /// <summary>A signed invoke is answered.</summary>
    public Task<SmokeCheck> SignedAsync(SentInvoke invoke, CancellationToken cancellationToken) => CheckAsync("signed invoke", async () =>
    {
        var answer = await caller.SendAsync(invoke, InvokeSignature.Right, cancellationToken).ConfigureAwait(false);
        return (answer.IsWell, answer.Summary);
    });

    /// <summary>An invoke with another signature, or none, is refused.</summary>
    public Task<SmokeCheck> RefusedAsync(SentInvoke invoke, InvokeSignature signature, CancellationToken cancellationToken) =>
        CheckAsync(signature == InvokeSignature.None ? "no signature" : "wrong signature", async () =>
        {
            var answer = await caller.SendAsync(invoke, signature, cancellationToken).ConfigureAwait(false);
            var isRefused = answer.HttpStatus == 401 && answer.ErrorCode?.StartsWith("WORKERLESS_SIGNATURE_", StringComparison.Ordinal) == true;
            return (isRefused, isRefused ? $"refused, {answer.ErrorCode}" : $"not refused as it must be: {answer.Summary}");
        });

    /// <summary>A step that is in the checkpoint does not run again: a value that no step gave is kept.</summary>
    public Task<SmokeCheck> ReplayAsync(SentInvoke invoke, CancellationToken cancellationToken) => CheckAsync("replayed step", async () =>
    {
        var first = await caller.SendAsync(invoke, InvokeSignature.Right, cancellationToken).ConfigureAwait(false);
        if (!first.IsWell)
            return (false, first.Summary);
        if (RecordedStep.MarkIn(first.Json) is not { } marked)
            return (false, $"{invoke.ComponentName} recorded no step with a text or a number: name a workflow that does with --steps");
        var second = await caller.SendAsync(invoke with { Checkpoint = marked.Checkpoint }, InvokeSignature.Right, cancellationToken).ConfigureAwait(false);
        if (!second.IsWell)
            return (false, second.Summary);
        return marked.IsIn(second.Json) ? (true, $"{marked.Key} did not run again") : (false, $"{marked.Key} ran again although it was recorded");
    });

    /// <summary>A workflow pauses, and with its checkpoint pauses at the same place again.</summary>
    public Task<SmokeCheck> SuspensionAsync(SentInvoke invoke, CancellationToken cancellationToken) => CheckAsync("suspension", async () =>
    {
        var first = await caller.SendAsync(invoke, InvokeSignature.Right, cancellationToken).ConfigureAwait(false);
        if (first.Status != "suspended")
            return (false, $"{invoke.ComponentName} did not pause: {first.Summary}");
        var second = await caller.SendAsync(invoke with { Checkpoint = CheckpointFile.Of(first.Json) }, InvokeSignature.Right, cancellationToken).ConfigureAwait(false);
        return (second.Summary == first.Summary, second.Summary == first.Summary ? first.Summary : $"{first.Summary}, and with its checkpoint: {second.Summary}");
    });

    private static async Task<SmokeCheck> CheckAsync(string name, Func<Task<(bool IsWell, string Result)>> check)
    {
        try
        {
            var (isWell, result) = await check().ConfigureAwait(false);
            return new(name, isWell, result);
        }
        catch (EndpointException exception)
        {
            return new(name, IsWell: false, exception.Message);
        }
    }
}

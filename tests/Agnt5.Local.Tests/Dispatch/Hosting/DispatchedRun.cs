using System.Text;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Runs;

namespace Agnt5.Local.Tests.Dispatch.Hosting;

/// <summary>Makes runs and deployments as the engine keeps them.</summary>
internal static class DispatchedRun
{
    public const string RunId = "run_01dispatched";

    public static DeploymentState Deployment(long requestTimeoutMs = 30_000) => new()
    {
        DeploymentId = "dep_1",
        Environment = "production",
        Provider = "http",
        ImmutableRef = "1",
        ManifestHash = "",
        RequestTimeoutMs = requestTimeoutMs,
        YieldBeforeTimeoutMs = 1000,
        CreatedAtMs = 0,
    };

    public static RunState Of(string type, string name) => new()
    {
        Spec = new RunSpec
        {
            RunId = RunId,
            ComponentType = type,
            ComponentName = name,
            DeploymentId = "dep_1",
            Environment = "production",
            CreatedAtMs = 0,
            Retries = RetryPolicy.None,
        },
        Phase = RunPhase.Running,
        Slice = 1,
    };

    public static InvokeRequest Request(string type, string name, string input)
    {
        using var body = InvokeBody.Write(new InvokeParts
        {
            Run = Of(type, name),
            Deployment = Deployment(),
            Input = Encoding.UTF8.GetBytes(input),
            NowMs = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        });
        return new InvokeRequest(RunId, 0, body.Json.ToArray());
    }
}

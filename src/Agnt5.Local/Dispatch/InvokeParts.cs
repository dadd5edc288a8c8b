using Agnt5.Local.Engine.Deployments;
using Agnt5.Local.Engine.Runs;
using Agnt5.Local.Payloads;

namespace Agnt5.Local.Dispatch;

/// <summary>What an invoke is made of.</summary>
internal sealed record InvokeParts
{
    public required RunState Run { get; init; }

    public required DeploymentState Deployment { get; init; }

    /// <summary>The run's input as UTF-8 JSON. Empty for none.</summary>
    public required ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Where the endpoint fetches the input, instead of <see cref="Input"/>.</summary>
    public InputLink? InputLink { get; init; }

    /// <summary>Where the endpoint may store a large output.</summary>
    public UploadLink? Upload { get; init; }

    /// <summary>The time at which it is sent, Unix ms. The budget counts from then.</summary>
    public required long NowMs { get; init; }
}

using Agnt5.Local.Engine;
using Agnt5.Local.Engine.Triggers;
using Agnt5.Local.Hosting.Runs;

namespace Agnt5.Local.Hosting.Events;

/// <summary>An event that somebody publishes.</summary>
internal sealed record EventRequest
{
    public required string EventName { get; init; }

    /// <summary>The publisher's id. The same id at the same target is one event. <see langword="null"/> for an event that is never the same as another one.</summary>
    public string? EventId { get; init; }

    /// <summary>The payload as UTF-8 JSON. Empty for none.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    public string Source { get; init; } = PublishedEvent.DefaultSource;

    /// <summary>The environment whose active components it starts.</summary>
    public string Environment { get; init; } = RunRequest.DefaultEnvironment;

    /// <summary>The one deployment that it goes to, instead of an environment.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>When it happened, in ns since 1970, or <see langword="null"/> for now.</summary>
    public long? TimestampNs { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Value;
}

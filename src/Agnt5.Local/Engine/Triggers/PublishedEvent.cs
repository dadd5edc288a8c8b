namespace Agnt5.Local.Engine.Triggers;

/// <summary>An event as it was published, or as a webhook became one.</summary>
internal sealed record PublishedEvent
{
    /// <summary>Who publishes where nothing else is said.</summary>
    public const string DefaultSource = "api";

    /// <summary>The publisher's id.</summary>
    public required string EventId { get; init; }

    public required string Name { get; init; }

    public string Source { get; init; } = DefaultSource;

    /// <summary>When it was published, in ns since 1970.</summary>
    public required long TimestampNs { get; init; }

    /// <summary>The payload as UTF-8 JSON, valid. Empty for none, which is <c>null</c> in the envelope.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }
}

/// <summary>Where an event goes: all active routes of an environment, or one deployment.</summary>
/// <param name="Kind"><c>environment_ref</c> or <c>deployment_id</c>.</param>
/// <param name="Ref">The environment's name or the deployment's id.</param>
internal sealed record EventTarget(string Kind, string Ref)
{
    public static EventTarget Environment(string name) => new("environment_ref", name);

    public static EventTarget Deployment(string deploymentId) => new("deployment_id", deploymentId);
}

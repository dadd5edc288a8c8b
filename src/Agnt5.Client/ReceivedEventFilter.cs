namespace Agnt5;

/// <summary>Which received events are listed.</summary>
public sealed record ReceivedEventFilter
{
    /// <summary>Where they came from.</summary>
    public string? Source { get; init; }

    /// <summary>Their name.</summary>
    public string? EventName { get; init; }

    /// <summary>The deployment that received them.</summary>
    public string? DeploymentId { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Not after this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many at most: 1 to 200.</summary>
    public int? Limit { get; init; }

    /// <summary>Where the page begins (<see cref="ReceivedEventPage.Cursor"/>).</summary>
    public string? Cursor { get; init; }
}

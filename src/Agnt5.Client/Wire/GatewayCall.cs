namespace Agnt5.Client.Wire;

/// <summary>One call of the gateway.</summary>
internal sealed record GatewayCall
{
    public required HttpMethod Method { get; init; }

    /// <summary>The path with its query, from <see cref="GatewayPath"/>.</summary>
    public required string Path { get; init; }

    /// <summary>The body as JSON.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    public CallOptions? Options { get; init; }

    /// <summary>The run that the call is about.</summary>
    public string? RunId { get; init; }

    /// <summary>How long the gateway may wait for the run, beyond the time of any call.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Whether the header that says so is sent.</summary>
    public bool SendsWait { get; init; }

    /// <summary>Whether the answer is a stream of events.</summary>
    public bool IsStream { get; init; }

    /// <summary>Whether the call may be made again, although nobody knows whether the first one arrived.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>What the call is, for messages.</summary>
    public string Name => $"{Method} {(Path.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? Path[..query] : Path)}";
}

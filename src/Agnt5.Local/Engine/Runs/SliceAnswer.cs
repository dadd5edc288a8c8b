namespace Agnt5.Local.Engine.Runs;

/// <summary>An endpoint's answer to one slice (protocol section 5), read and checked.</summary>
internal abstract record SliceAnswer
{
    /// <summary>The checkpoint as UTF-8 JSON. Empty when the response has none.</summary>
    public ReadOnlyMemory<byte> Checkpoint { get; init; }

    /// <summary>The sessions in the checkpoint (<c>checkpoint.agent_sessions</c>), each as JSON, by session id.</summary>
    public IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> Sessions { get; init; } = [];

    /// <summary>The events that the slice emitted.</summary>
    public IReadOnlyList<EmittedByEndpoint> Events { get; init; } = [];
}

/// <summary>The run is done.</summary>
internal sealed record CompletedAnswer : SliceAnswer
{
    /// <summary>The output as UTF-8 JSON. Empty for none.</summary>
    public ReadOnlyMemory<byte> Output { get; init; }

    /// <summary>The name of the uploaded output, or <see langword="null"/>.</summary>
    public string? OutputRef { get; init; }

    /// <summary>The length of the uploaded output in bytes, as the endpoint says.</summary>
    public long? OutputSize { get; init; }

    /// <summary>The SHA-256 of the uploaded output in lower-case hex, as the endpoint says.</summary>
    public string? OutputSha256 { get; init; }
}

/// <summary>The attempt failed.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="Message">Its message.</param>
/// <param name="IsRetryable">Whether another attempt may help.</param>
internal sealed record FailedAnswer(string Code, string Message, bool IsRetryable) : SliceAnswer;

/// <summary>The run waits. Times of the pause count from when the answer arrived.</summary>
internal sealed record SuspendedAnswer(Pause Pause) : SliceAnswer;

/// <summary>An event in a response (protocol section 6, "Events").</summary>
internal sealed record EmittedByEndpoint
{
    public required string EventType { get; init; }

    /// <summary>The data as UTF-8 JSON. Empty for none.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = EmptyMetadata.Value;

    public string? StepKey { get; init; }
}

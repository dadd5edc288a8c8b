using Agnt5.Local.Engine;

namespace Agnt5.Local.Dispatch;

/// <summary>What an HTTP connection has to know of its deployment.</summary>
internal sealed record HttpConnectionSettings
{
    /// <summary>The default of <see cref="MaxAnswerBytes"/>: 16 MiB.</summary>
    public const int DefaultMaxAnswerBytes = 16 * 1024 * 1024;

    /// <summary>Where the endpoint is mounted.</summary>
    public required Uri Url { get; init; }

    /// <summary>The secret that signs invokes, or <see langword="null"/> to send them unsigned.</summary>
    public string? Secret { get; init; }

    /// <summary>Further headers of each request.</summary>
    public IReadOnlyDictionary<string, string> InvokeHeaders { get; init; } = EmptyMetadata.Value;

    /// <summary>How long one request may take, in ms. The connection waits a little longer for an answer that is late.</summary>
    public required long RequestTimeoutMs { get; init; }

    /// <summary>The most bytes of an answer or a manifest. Default: 16 MiB.</summary>
    public int MaxAnswerBytes { get; init; } = DefaultMaxAnswerBytes;

    /// <summary>Without the secret and the headers: they must not get into a log.</summary>
    public override string ToString() => Url.GetLeftPart(UriPartial.Path);
}

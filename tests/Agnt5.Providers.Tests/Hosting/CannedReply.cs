namespace Agnt5.Providers.Tests.Hosting;

/// <summary>The bytes that a provider answers one request with.</summary>
public sealed record CannedReply
{
    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The body. Each piece is flushed.</summary>
    public required IReadOnlyList<string> Pieces { get; init; }

    /// <summary>Whether the connection breaks after the last piece, instead of ending the body.</summary>
    public bool Breaks { get; init; }

    /// <summary>Whether the provider keeps the client waiting after the last piece, until the client leaves.</summary>
    public bool Stalls { get; init; }
}

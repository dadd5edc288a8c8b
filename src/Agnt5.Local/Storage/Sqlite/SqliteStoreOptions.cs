using Agnt5.Local.Payloads;

namespace Agnt5.Local.Storage.Sqlite;

/// <summary>What a <see cref="SqliteStore"/> is made of.</summary>
internal sealed record SqliteStoreOptions
{
    /// <summary>The file. It is made when it is not there, with its folder.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The key that secrets are encrypted with: 32 bytes in Base64. <see langword="null"/> for the variable <see cref="Secrets.SecretKey.Variable"/>, and without it for a file beside the database.
    /// </summary>
    public string? SecretKey { get; init; }

    /// <summary>How many ended runs are kept, with their inputs, outputs and journals. The one that ended first is forgotten first. So it is with events, batches and sessions
    /// (<see cref="KeptCounts"/>). Default: all.</summary>
    public int? MaxEndedRuns { get; init; }

    /// <summary>Where uploaded outputs lie. They are forgotten with their runs.</summary>
    public IPayloadStore? Payloads { get; init; }

    /// <summary>Without the key: it must not get into a log.</summary>
    public override string ToString() => Path;
}

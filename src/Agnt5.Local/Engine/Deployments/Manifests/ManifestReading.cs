namespace Agnt5.Local.Engine.Deployments;

/// <summary>What a manifest's bytes say: a manifest, or why there is none.</summary>
/// <param name="Manifest">The manifest, or <see langword="null"/> when there are problems.</param>
/// <param name="Problems">The problems, at most <see cref="ManifestProblems.Most"/>.</param>
internal sealed record ManifestReading(ImportedManifest? Manifest, IReadOnlyList<ManifestProblem> Problems);

/// <summary>A manifest, read and checked.</summary>
internal sealed record ImportedManifest
{
    public string? ServiceName { get; init; }

    public string? ServiceVersion { get; init; }

    /// <summary>SHA-256 of the manifest's bytes, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The components, in the manifest's order.</summary>
    public required IReadOnlyList<ComponentSpec> Components { get; init; }
}

namespace Agnt5.Endpoint.Tests;

/// <summary>Listeners hear the whole process, so these tests run when no other does.</summary>
[CollectionDefinition(nameof(TelemetryCollection), DisableParallelization = true)]
public sealed class TelemetryCollection;

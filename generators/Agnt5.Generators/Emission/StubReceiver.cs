namespace Agnt5.Generators.Emission;

/// <summary>What stubs extend.</summary>
/// <param name="Type">The type.</param>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Description">Its description.</param>
/// <param name="Options">The type of the options that a run is started with.</param>
internal sealed record StubReceiver(string Type, string Name, string Description, string Options);

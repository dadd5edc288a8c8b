namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>The tests share one endpoint, one after the other. Each test finds the effects of the earlier ones.</summary>
[CollectionDefinition(Name)]
public sealed class OneEndpoint : ICollectionFixture<HostileEndpoint>
{
    public const string Name = "one endpoint";
}

namespace Agnt5.Hostile.Tests.Hosting;

/// <summary>The tests share one endpoint, one after the other: what one of them has done to it, the next ones find.</summary>
[CollectionDefinition(Name)]
public sealed class OneEndpoint : ICollectionFixture<HostileEndpoint>
{
    public const string Name = "one endpoint";
}

namespace Agnt5.Shipping.Tests;

/// <summary>
/// The tests that build and start the sample, one after the other: a build for Release restores other projects than one for Debug does, and each would take the other's files away.
/// </summary>
[CollectionDefinition(Name)]
public sealed class QuickStartCollection
{
    public const string Name = "samples/QuickStart";
}

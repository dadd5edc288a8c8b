namespace Agnt5.Agents.Tests.Growth;

/// <summary>Tests that measure processor time run alone: other tests would be measured too.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>One way to spoil the body of an invoke.</summary>
internal interface IMutation
{
    /// <returns>The spoiled body, or the same body where there is nothing to spoil.</returns>
    byte[] Apply(byte[] body, SeededRandom random);
}

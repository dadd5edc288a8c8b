namespace Agnt5.Durability.Tests.Platform;

/// <summary>Where one run after the other is played.</summary>
public sealed class Stage
{
    /// <summary>The run that is played.</summary>
    public StagedRun Run { get; private set; } = new();

    public void BeginRun() => Run = new StagedRun();
}

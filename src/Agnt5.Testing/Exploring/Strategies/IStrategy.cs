namespace Agnt5.Testing.Exploring.Strategies;

/// <summary>Picks schedules. Between <see cref="TryBegin"/> and <see cref="End"/> lies one run, whose choices it makes in their order.</summary>
internal interface IStrategy
{
    /// <summary>Begins the next schedule.</summary>
    /// <returns>Whether there is one.</returns>
    bool TryBegin();

    /// <summary>Makes a choice.</summary>
    /// <returns>The option; one that does not exist means the last.</returns>
    int Choose(Choice choice);

    /// <summary>Is told of all choices of the run that has ended.</summary>
    void End(IReadOnlyList<TakenChoice> taken);

    /// <summary>What was done, for the report.</summary>
    /// <param name="schedules">How many schedules it picked.</param>
    string Describe(int schedules);
}

namespace Agnt5.Execution;

/// <summary>One execution of a step's body.</summary>
/// <param name="key">The step's key.</param>
/// <param name="shownKey">The key as the user knows it, for messages.</param>
/// <param name="number">The number of the attempt, from 1.</param>
internal sealed class StepAttempt(string key, string shownKey, int number)
{
    private volatile bool _wasCut;

    public string Key => key;

    public string ShownKey => shownKey;

    public int Number => number;

    /// <summary>Whether the deadline ended the attempt. It neither finished nor failed, and the step runs again.</summary>
    public bool WasCut => _wasCut;

    public void Cut() => _wasCut = true;
}

namespace Agnt5.Execution;

/// <summary>Knows whether code runs inside the body of a step, at any depth of calls.</summary>
internal static class StepScope
{
    private static readonly AsyncLocal<StepAttempt?> Attempt = new();

    /// <summary>The attempt whose body runs, or <see langword="null"/> outside of steps.</summary>
    public static StepAttempt? Current => Attempt.Value;

    /// <summary>Marks the code that runs from here on as the body of a step.</summary>
    public static void Enter(StepAttempt attempt) => Attempt.Value = attempt;
}

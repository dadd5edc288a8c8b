namespace Agnt5.Execution;

/// <summary>Knows whether code runs inside the body of a step, however far down its calls.</summary>
internal static class StepScope
{
    private static readonly AsyncLocal<string?> Key = new();

    /// <summary>The key of the step whose body runs, or <see langword="null"/> outside of steps.</summary>
    public static string? Current => Key.Value;

    /// <summary>Marks the code that runs from here on as the body of a step.</summary>
    public static void Enter(string key) => Key.Value = key;
}
